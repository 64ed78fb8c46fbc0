/** English, as data: add words here; no rule names one. All in lower case. */

/** The words of a text as a set. */
export const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that carry no content of their own. */
export const stopWords = list(`
  a an the this that these those it its itself they them their theirs he she his her him we us our you your i me my one ones who whom whose which what
  when where why how is are was were be been being am do does did doing done has have had having can could may might must shall should will would
  and or but nor so yet if then else than as at by for from in into of off on onto out over per to up upon via with within without about above across after
  against along among around before behind below beneath beside besides between beyond during except inside like near outside since through throughout
  toward towards under until unless while not no yes only just also too very more most less least much many few several some any all both each every either
  neither other another such same own there here again ever never always often usually sometimes even still already soon now because though although
  whether however therefore thus hence instead get gets got getting let lets make makes made use uses used using e.g i.e etc vs versus`);

/** Words that say next to nothing even in a short answer. */
export const genericWords = list(`
  thing things way ways stuff reason reasons benefit benefits advantage advantages feature features option options example examples case cases various
  different several many important useful good better best great nice easy simple common general something anything everything someone`);

/** An answer that begins with one of these points at something outside it. */
export const pointingWords = list(`
  it this these they them such here there that those he she its their former latter above below following
  again also however therefore thus hence moreover furthermore additionally instead otherwise then so but and or both neither either another`);

/** What navigation begins with: invitations to read, no knowledge. */
export const invitationWords = list(
  "learn understand explore discover see read visit check find continue click follow browse watch master gain",
);

/** Words of a moment: what they say is soon no longer so. */
export const momentWords = list("today currently recently nowadays presently lately");

/** A full stop after one of these ends no sentence. */
export const abbreviations = list(
  "e.g i.e etc vs cf approx ca no nos fig figs eq sec ch vol ed eds dr mr mrs ms prof st jr sr inc ltd dept est al resp incl excl min max ver a.k.a",
);

/** Adverbs that may stand between a subject and its verb, or between "is" and a definition. */
export const adverbs = list(`
  usually essentially basically simply generally typically normally often just also actually really merely mostly mainly only always then still technically
  automatically effectively therefore thus in-fact`);

/** Verbs that technical notes begin their sentences with, in their base form. */
export const verbs = list(`
  accept access act add adjust affect aim allow alter answer append apply ask assign attach avoid back base become begin belong bind block boot break bring
  build bundle cache call cancel carry cause change check choose clean clear clone close collect combine come commit communicate compare compile compose
  compress compute configure confirm connect consist contain continue control convert copy cost count cover create cut declare decide define delete deliver
  deny depend deploy describe destroy detach detect determine differ disable discard disconnect display distribute divide do download draw drop duplicate
  edit eliminate emit enable encrypt end enforce ensure enter erase evaluate execute exist exit expand expect explain expose express extend extract fail
  fetch fill filter find finish fit fix follow force forget format forward free generate get give go grant group grow guarantee guard handle happen have
  help hide hold host identify ignore import improve include increase indicate inherit initialize insert inspect install interpret isolate join keep kill
  know label lack launch lead leave let lie limit link list listen live load lock log look lose lower maintain make manage map mark match matter mean
  measure merge modify monitor mount move name need offer open operate order organize override own pack package parse pass pause perform permit pin pick
  place point prepare preserve prevent print process produce promote protect prove provide prune publish pull push put query quit raise reach read rebuild
  receive recreate record reduce refer reference refuse register reject release reload rely remain remember remove rename render repeat replace report
  represent request require reserve reset resolve respond restart restore restrict resume retry return reuse review revoke roll rotate route run save scale
  scan schedule search secure select send separate serve set share shorten show shrink sign simplify sit skip slow solve sort specify speed spin split
  squash stage stand start state stay stop store stream submit supply support suspend switch synchronize tag take talk tell terminate test throw tie track
  transfer transform translate travel treat trigger turn unpack update upgrade upload use validate verify view wait warn watch work wrap write assume assert
  balance behave cap clamp clone collapse complain concern count crash deduplicate defer degrade demand derive dim drain drive dump echo embed emulate encode
  encourage enlarge estimate exceed exclude exempt expire fall feed fire fix flag flatten flip flush fold forbid forward freeze hash heal honor honour
  index inject iterate jump leak lift loop migrate mirror mean mute nest note notify number observe obtain occupy omit outlive outlast overlap overwrite pad
  partition penalize persist poll pop post prefer prefix presume probe prohibit prompt propagate purge quote raise range rank react redirect refresh regulate
  relate relax relay repair resemble respect retain reveal reverse rewrite round sample say seal seek shadow shift show signal sleep span spare stretch strip
  suggest sum summarize suppress survive swap tell tolerate touch trace trim truncate tune undo unlock unmount untag vary wake weigh widen wipe yield
  approve capture grab inform instruct interact navigate preview proxy retrieve simulate`);

/** Verbs that are nouns as often: "leaves steamed for a minute", "limits on memory", "a list of names". */
export const nounVerbs = list(`
  block branch build cache call cap change check copy count cover cut dump end file flag form group host image index judge key label layer leak leave limit
  link list load lock log look map mark match measure mirror mount name need note number order pack package pad part pass pause pin place plan point port
  post print process project prompt query quote range rank record report request reset result return review rotation round route sample scan schedule
  search set shadow share shift show sign signal sleep sort span split stack stage state step store stream submit supply support swap switch tag test trace
  track transfer travel trigger trim turn type update upgrade use value view volume watch wrap`);

/** Verbs that say nothing about what their subject is or does when a question is made of them. */
export const auxiliaries = list("is are was were can could may might must should will would do does did has have had");

/** Headings that name no subject: the heading above them does. */
export const genericHeadings = list(`
  overview introduction basics background details notes note definition definitions terms terminology glossary vocabulary concepts key-concepts key-terms
  key-ideas main-ideas key-points the-basics important-terms in-short at-a-glance description explanation general usage example examples options flags
  parameters arguments properties features the-idea the-parts commands`);

/** Labels that name no subject: remarks, and properties of something else. */
export const genericLabels = list(`
  note notes nb tip tips hint hints warning caution important remark attention remember info example examples e.g usage use default type types description
  brief-description summary website homepage source sources link links documentation docs author authors version date status name key value required optional
  returns return parameter parameters argument arguments input output result results question answer todo see see-also prerequisites requirements syntax
  format problem solution first firstly second secondly third thirdly then next finally last lastly before after later now pros cons budget`);

/** Sections that are never a source of cards: they repeat, or lead elsewhere. */
export const closingHeadings = list(`
  sources source references reference further-reading see-also read-more links related related-topics bibliography credits acknowledgements license licence
  what's-next whats-next next-steps next conclusion conclusions summary recap takeaways key-takeaways in-summary wrapping-up table-of-contents contents toc
  on-this-page changelog contributing todo`);
