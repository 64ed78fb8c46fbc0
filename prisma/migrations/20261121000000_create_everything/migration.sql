-- The whole data model. By hand: every CHECK and WITHOUT ROWID, and the partial indexes at the end (prisma/by-hand.json lists them).

-- CreateTable
CREATE TABLE "Learner" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "dayStartMinutes" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "disabledAt" DATETIME,
    CHECK ("role" IN ('owner', 'learner')),
    CHECK ("dayStartMinutes" BETWEEN 0 AND 1439)
);

-- CreateTable
CREATE TABLE "Session" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "tokenHash" BLOB NOT NULL,
    "learnerId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastUsedAt" DATETIME NOT NULL,
    "userAgent" TEXT NOT NULL,
    CONSTRAINT "Session_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK (length("tokenHash") = 32)
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "tokenHash" BLOB NOT NULL,
    "madeById" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "usedById" INTEGER,
    CONSTRAINT "Invitation_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Learner" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Invitation_usedById_fkey" FOREIGN KEY ("usedById") REFERENCES "Learner" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CHECK (length("tokenHash") = 32)
);

-- CreateTable
CREATE TABLE "Deck" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ownerId" INTEGER,
    "parentId" INTEGER,
    "rootId" INTEGER,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "visibility" TEXT NOT NULL,
    "folder" TEXT,
    "foreignId" BIGINT,
    "liveCards" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "archivedAt" DATETIME,
    CONSTRAINT "Deck_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Deck_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Deck_rootId_fkey" FOREIGN KEY ("rootId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CHECK ("visibility" IN ('private', 'everyone'))
);

-- CreateTable
CREATE TABLE "Source" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "rootDeckId" INTEGER NOT NULL,
    "deckId" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "hash" BLOB NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "problems" JSONB NOT NULL,
    "goneAt" DATETIME,
    CONSTRAINT "Source_rootDeckId_fkey" FOREIGN KEY ("rootDeckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Source_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NoteType" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ownerId" INTEGER,
    "foreignId" BIGINT,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "css" TEXT NOT NULL,
    "raw" JSONB,
    "modifiedAt" DATETIME NOT NULL,
    CONSTRAINT "NoteType_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Template" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "noteTypeId" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "raw" JSONB,
    CONSTRAINT "Template_noteTypeId_fkey" FOREIGN KEY ("noteTypeId") REFERENCES "NoteType" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Note" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "rootDeckId" INTEGER NOT NULL,
    "guid" TEXT NOT NULL,
    "noteTypeId" INTEGER NOT NULL,
    "foreignId" BIGINT,
    "fields" JSONB NOT NULL,
    "sourceId" INTEGER,
    "line" INTEGER,
    "family" TEXT,
    "rule" TEXT,
    "explicitId" TEXT,
    "contentHash" BLOB,
    "positionKey" TEXT,
    "headingPath" JSONB,
    "term" TEXT,
    "body" TEXT,
    "generatorVersion" INTEGER,
    "archivedAt" DATETIME,
    "mergedIntoId" INTEGER,
    "importId" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "modifiedAt" DATETIME NOT NULL,
    CONSTRAINT "Note_rootDeckId_fkey" FOREIGN KEY ("rootDeckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Note_noteTypeId_fkey" FOREIGN KEY ("noteTypeId") REFERENCES "NoteType" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Note_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Note_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Note" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Note_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Card" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "noteId" INTEGER NOT NULL,
    "facet" TEXT NOT NULL,
    "deckId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "shuffle" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "ownerChoice" TEXT,
    "gate" TEXT,
    "kind" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "alternatives" JSONB NOT NULL,
    "context" JSONB NOT NULL,
    "promptHtml" TEXT,
    "answerHtml" TEXT,
    "extraHtml" TEXT,
    "contentVersion" INTEGER NOT NULL,
    "foreignId" BIGINT,
    "importId" INTEGER,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Card_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Card_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Card_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CHECK ("status" IN ('active', 'withheld', 'hidden', 'archived')),
    CHECK ("ownerChoice" IN ('hidden', 'accepted', 'deleted'))
);

-- CreateTable
CREATE TABLE "CardState" (
    "learnerId" INTEGER NOT NULL,
    "cardId" INTEGER NOT NULL,
    "deckId" INTEGER NOT NULL,
    "live" BOOLEAN NOT NULL,
    "state" INTEGER NOT NULL,
    "dueAt" DATETIME,
    "dueDay" INTEGER,
    "stability" REAL,
    "difficulty" REAL,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "scheduledDays" INTEGER NOT NULL,
    "lastAt" DATETIME,
    "lastDay" INTEGER,
    "suspendedAt" DATETIME,
    "buriedUntilDay" INTEGER,
    "leechAt" DATETIME,
    "flag" INTEGER NOT NULL,
    "hint" TEXT,
    "contentVersion" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "importId" INTEGER,
    "custom" JSONB,

    PRIMARY KEY ("learnerId", "cardId"),
    CONSTRAINT "CardState_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CardState_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CardState_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CHECK ("state" BETWEEN 0 AND 3),
    CHECK (("dueAt" IS NOT NULL) + ("dueDay" IS NOT NULL) = ("state" <> 0)),
    CHECK (typeof("dueAt") IN ('integer', 'null')),
    CHECK ("flag" BETWEEN 0 AND 7)
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "Preset" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "learnerId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "algorithm" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "parametersBefore" JSONB,
    "foreignId" BIGINT,
    "raw" JSONB,
    CONSTRAINT "Preset_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "learnerId" INTEGER NOT NULL,
    "deckId" INTEGER NOT NULL,
    "presetId" INTEGER NOT NULL,
    "newCursor" INTEGER NOT NULL,
    "joinedAt" DATETIME NOT NULL,
    "leftAt" DATETIME,

    PRIMARY KEY ("learnerId", "deckId"),
    CONSTRAINT "Enrolment_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Enrolment_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Enrolment_presetId_fkey" FOREIGN KEY ("presetId") REFERENCES "Preset" ("id") ON DELETE NO ACTION ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "Review" (
    "learnerId" INTEGER NOT NULL,
    "cardId" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "deckId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "studyDay" INTEGER NOT NULL,
    "localHour" INTEGER NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "stateBefore" INTEGER NOT NULL,
    "intervalBefore" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "interval" INTEGER NOT NULL,
    "dueAt" DATETIME,
    "dueDay" INTEGER,
    "step" INTEGER NOT NULL,
    "stability" REAL,
    "difficulty" REAL,
    "suggestedRating" INTEGER,
    "foreignFactor" INTEGER,
    "answerId" BLOB,
    "importId" INTEGER,
    "undoneAt" DATETIME,

    PRIMARY KEY ("learnerId", "cardId", "seq"),
    CONSTRAINT "Review_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("kind" IN ('answer', 'practice', 'reset', 'setDue', 'reschedule')),
    CHECK ("rating" BETWEEN 0 AND 4),
    CHECK (("kind" IN ('answer', 'practice')) = ("rating" > 0)),
    CHECK ("state" BETWEEN 0 AND 3),
    CHECK ("stateBefore" BETWEEN 0 AND 3),
    CHECK (typeof("at") = 'integer'),
    CHECK (length("answerId") = 16)
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "UndoStep" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "learnerId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "label" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    CONSTRAINT "UndoStep_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DayStat" (
    "learnerId" INTEGER NOT NULL,
    "studyDay" INTEGER NOT NULL,
    "deckId" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "durationMs" INTEGER NOT NULL,

    PRIMARY KEY ("learnerId", "studyDay", "deckId", "stage", "rating"),
    CONSTRAINT "DayStat_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "DueCount" (
    "learnerId" INTEGER NOT NULL,
    "deckId" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "dueDay" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("learnerId", "deckId", "state", "dueDay"),
    CONSTRAINT "DueCount_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("state" BETWEEN 0 AND 3)
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "NoteTag" (
    "noteId" INTEGER NOT NULL,
    "tag" TEXT NOT NULL,

    PRIMARY KEY ("noteId", "tag"),
    CONSTRAINT "NoteTag_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "LearnerTag" (
    "learnerId" INTEGER NOT NULL,
    "noteId" INTEGER NOT NULL,
    "tag" TEXT NOT NULL,

    PRIMARY KEY ("learnerId", "noteId", "tag"),
    CONSTRAINT "LearnerTag_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "LearnerTag_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "Media" (
    "sha256" BLOB NOT NULL PRIMARY KEY,
    "size" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CHECK (length("sha256") = 32)
);

-- CreateTable
CREATE TABLE "MediaName" (
    "rootDeckId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" BLOB NOT NULL,

    PRIMARY KEY ("rootDeckId", "name"),
    CONSTRAINT "MediaName_rootDeckId_fkey" FOREIGN KEY ("rootDeckId") REFERENCES "Deck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MediaName_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "Media" ("sha256") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "Import" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "learnerId" INTEGER,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" BLOB,
    "appliedSeq" INTEGER NOT NULL,
    "aliveAt" DATETIME NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "publishedAt" DATETIME,
    "doneAt" DATETIME,
    "undoneAt" DATETIME,
    "report" JSONB,
    CONSTRAINT "Import_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportChange" (
    "importId" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "targetId" INTEGER NOT NULL,
    "before" JSONB,
    "after" JSONB,

    PRIMARY KEY ("importId", "seq"),
    CONSTRAINT "ImportChange_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateIndex
CREATE UNIQUE INDEX "Learner_nameKey_key" ON "Learner"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_usedById_key" ON "Invitation"("usedById");

-- CreateIndex
CREATE UNIQUE INDEX "Deck_ownerId_nameKey_key" ON "Deck"("ownerId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Source_rootDeckId_path_key" ON "Source"("rootDeckId", "path");

-- CreateIndex
CREATE UNIQUE INDEX "NoteType_ownerId_foreignId_key" ON "NoteType"("ownerId", "foreignId");

-- CreateIndex
CREATE UNIQUE INDEX "Template_noteTypeId_ordinal_key" ON "Template"("noteTypeId", "ordinal");

-- CreateIndex
CREATE INDEX "Note_guid_idx" ON "Note"("guid");

-- CreateIndex
CREATE INDEX "Note_sourceId_idx" ON "Note"("sourceId");

-- CreateIndex
CREATE INDEX "Note_importId_idx" ON "Note"("importId");

-- CreateIndex
CREATE UNIQUE INDEX "Note_rootDeckId_guid_key" ON "Note"("rootDeckId", "guid");

-- CreateIndex
CREATE INDEX "Card_importId_idx" ON "Card"("importId");

-- CreateIndex
CREATE UNIQUE INDEX "Card_noteId_facet_key" ON "Card"("noteId", "facet");

-- CreateIndex
CREATE INDEX "CardState_cardId_idx" ON "CardState"("cardId");

-- CreateIndex
CREATE UNIQUE INDEX "Preset_learnerId_name_key" ON "Preset"("learnerId", "name");

-- CreateIndex
CREATE INDEX "Enrolment_deckId_idx" ON "Enrolment"("deckId");

-- CreateIndex
CREATE INDEX "Review_learnerId_at_idx" ON "Review"("learnerId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Review_learnerId_answerId_key" ON "Review"("learnerId", "answerId");

-- CreateIndex
CREATE INDEX "UndoStep_learnerId_id_idx" ON "UndoStep"("learnerId", "id");

-- CreateIndex
CREATE INDEX "NoteTag_tag_idx" ON "NoteTag"("tag");

-- CreateIndex
CREATE INDEX "LearnerTag_noteId_idx" ON "LearnerTag"("noteId");

-- CreateIndex
CREATE INDEX "MediaName_sha256_idx" ON "MediaName"("sha256");

-- By hand: what an index in schema.prisma cannot say.

-- The installation's decks have no owner, and NULLs are never equal.
CREATE UNIQUE INDEX "Deck_nameKey_unowned_key" ON "Deck"("nameKey") WHERE "ownerId" IS NULL;

-- Next new card: in order, or shuffled.
CREATE INDEX "Card_active_position_idx" ON "Card"("deckId", "position", "id") WHERE "status" = 'active';
CREATE INDEX "Card_active_shuffle_idx" ON "Card"("deckId", "shuffle", "id") WHERE "status" = 'active';

-- Next due card and its counts.
CREATE INDEX "CardState_due_day_idx" ON "CardState"("learnerId", "deckId", "state", "dueDay", "buriedUntilDay") WHERE "live" = 1 AND "suspendedAt" IS NULL;
CREATE INDEX "CardState_due_instant_idx" ON "CardState"("learnerId", "dueAt") WHERE "live" = 1 AND "suspendedAt" IS NULL AND "dueAt" IS NOT NULL;

-- Deleting a note looks for notes merged into it; without this it would read them all.
CREATE INDEX "Note_merged_idx" ON "Note"("mergedIntoId") WHERE "mergedIntoId" IS NOT NULL;
