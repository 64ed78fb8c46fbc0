import type { Request } from "express";
import { z } from "zod";
import type { PasswordForm, ProfileForm, SettingsPage } from "../../views/forms/models.js";
import { formatDayStart } from "../domain/day-start.js";
import type { ProfileInput } from "../operations/change-profile.js";
import { learnerOf } from "../security/session.js";
import { selectPreset, selectPresets, type Preset } from "../store/read/presets.js";
import type { LoggedIn } from "../store/read/sessions.js";
import type { Web } from "./context.js";
import { choice, field } from "./form-fields.js";
import { idParameter } from "./parameters.js";
import { parseForm } from "./parse-form.js";
import { notRefused, type Refusal } from "./refused-form.js";
import { presetFieldsOf, studyForm, type TypedPreset } from "./study-form.js";
import { zoneChoice } from "./zone-choice.js";

/** One of the page's forms as it was refused: what was typed, and why it was not accepted. */
export interface Refused {
  readonly profile?: { readonly typed: ProfileInput; readonly refusal: Refusal };
  readonly study?: { readonly presetId: number; readonly typed: TypedPreset; readonly refusal: Refusal };
  readonly password?: Refusal;
}

const query = z.object({ preset: z.string().optional().catch(undefined) });

/** HTML of the page "settings/page" for the learner who makes the request, with their first preset or the one in the address. */
export function renderSettings(web: Web, request: Request, refused: Refused = {}): string {
  const learner = learnerOf(request);
  const asked = refused.study === undefined ? parseForm(query, request.query).preset : String(refused.study.presetId);
  const preset =
    asked === undefined
      ? selectPresets(web.store, learner.learnerId)[0]
      : selectPreset(web.store, learner.learnerId, idParameter(asked));
  if (preset === undefined) throw new Error(`Learner ${learner.learnerId} has no preset.`);
  return web.renderPage(request, "settings/page", settingsPage(learner, preset, refused));
}

/** The page "settings/page" of a learner: what is stored, but for the form that was just refused. */
function settingsPage(learner: LoggedIn, preset: Preset, refused: Refused = {}): SettingsPage {
  const profile = refused.profile ?? { typed: profileOf(learner), refusal: notRefused };
  const study = refused.study ?? { typed: presetFieldsOf(preset.settings), refusal: notRefused };
  return {
    title: "Settings",
    profile: profileForm(profile.typed, profile.refusal),
    study: studyForm(preset, study.typed, study.refusal),
    password: passwordForm(refused.password ?? notRefused),
  };
}

function profileOf({ name, zone, dayStartMinutes, scheme }: LoggedIn): ProfileInput {
  return { name, zone, dayStart: formatDayStart(dayStartMinutes), scheme };
}

function profileForm(typed: ProfileInput, { problem, fields }: Refusal): ProfileForm {
  return {
    problem,
    name: field(typed.name, fields.name),
    zone: zoneChoice(typed.zone, fields.zone),
    dayStart: field(typed.dayStart, fields.dayStart),
    scheme: choice(schemes, typed.scheme, fields.scheme),
  };
}

const schemes = [
  ["auto", "As the system"],
  ["light", "Light"],
  ["dark", "Dark"],
] as const;

function passwordForm({ problem, fields }: Refusal): PasswordForm {
  return { problem, currentError: fields.currentPassword ?? null, newError: fields.newPassword ?? null };
}
