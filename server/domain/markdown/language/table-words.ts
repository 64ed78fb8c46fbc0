import { namesAttribute } from "./attribute-nouns.js";

/** What the header of a column tells about what is below it. */
export type ColumnRole =
  | "definition"
  | "meaning"
  | "longForm"
  | "purpose"
  | "occasion"
  | "action"
  | "event"
  | "attribute"
  | "value"
  | "remark"
  | "other";

const roles: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    "definition",
    /^(?:(?:short |brief |simple )?(?:descriptions?|definitions?|explanations?|summary)|what (?:is it|it is|they are|are they)|concept|in (?:short|a nutshell|plain english|simple (?:terms|words)|one sentence)|key idea|main idea|idea)$/,
  ],
  [
    "meaning",
    /^(?:(?:english )?meanings?|means|what it (?:means|shows|tells)|sense|significance|interpretation|denotes|signifies|represents)$/,
  ],
  ["longForm", /^(?:stands for|(?:full|long|expanded) form|expansion|acronym for|short for|spelled out)$/],
  [
    "purpose",
    /^(?:(?:main |primary )?purpose|(?:main |primary |common |typical )?uses?(?:[- ]cases?)?|used (?:for|to)|what (?:it(?:['’]s| is) )?(?:used )?for|intended use)$/,
  ],
  ["occasion", /^(?:when to use(?: it)?|when used|use when|use it when|use this when)$/],
  ["action", /^(?:functions?|what it does|what they do|does|actions?|operation|behaviou?r)$/],
  ["event", /^(?:(?:key |main |major |important |historical )?events?|what happened|key moments?)$/],
  ["value", /^(?:values?|details?|info(?:rmation)?|data|content|specification)$/],
  [
    "remark",
    /^(?:.*\bnotes?|remarks?|comments?|links?|urls?|web ?sites?|sources?|references?|refs?|see(?: also)?|docs?|documentation|examples?|e\.g\.?|samples?|examples? .*|.* examples?|images?|pictures?|photos?|icons?|screenshots?|logos?|emojis?|required|optional|mandatory|nullable|since|added(?: in)?|introduced(?: in)?|deprecated|versions?|ids?|#|no\.?|nr\.?|№|numbers?|checks?|tests?|lines?|loc|pages?|chapters?|videos?|slides|readings?|notation|bemerkung(?:en)?|anmerkung(?:en)?|notiz(?:en)?|hinweise?|quellen?|datum|beispiele?|kommentare?|remarques?|exemples?|liens?|commentaires?|notas?|fuentes?|fecha|ejemplos?|enlaces?|备注|备考|链接|来源|例子|示例|日期|状态|状態|estado|stand|status|priority|ratings?|confidence|evidence|verdict|severity|coverage|stars|序号|编号|備考|例|リンク)$/,
  ],
];

/** Names that keep their capital in the middle of a question. */
const properWords: ReadonlySet<string> = new Set(
  `
  Latin Greek Roman English French German Spanish Italian Portuguese Dutch Russian Chinese Japanese Korean Arabic Hebrew Hindi Turkish Polish Swedish Sanskrit American British European
  Unix Linux Windows Java Python Celsius Fahrenheit Kelvin Unicode Bash Vim Git`
    .trim()
    .split(/\s+/),
);

const aspects =
  /^(?:|aspects?|features?|criteri(?:a|on)|basis(?: (?:of|for) (?:comparison|difference))?|characteristics?|propert(?:y|ies)|parameters?|factors?|points?(?: of (?:comparison|difference))?|dimensions?|attributes?|categor(?:y|ies)|differences?|comparison|metrics?|areas?|topics?|facts?|s\.? ?no\.?)$/;
/** Columns that show a table to be about work to do, not about the world. */
const errands =
  /^(?:owner|assignee|assigned(?: to)?|due(?: date)?|deadline|progress|effort|estimate[ds]?|eta|done|completed?|ticket|issue|pr|commit|changes?|changed|change log|deliverables?|story points|reviewer|(?:last )?modified|(?:last )?updated|scores?|grade|marks|points|maintainer|qty|action items?|our .*|my .*|excellent.*|proficient.*|exceeds .*|meets .*|beginning.*|next steps?|milestones?|todo|result \(.*|weight \(.*|responsable)$/;
/** What a table counts by when it is a plan or a log. */
const times =
  /^(?:weeks?|days?|dates?|times?|years?|when|sessions?|lectures?|class|lessons?|steps?|sprints?|releases?|versions?|quarters?|months?|hours?|periods?|milestones?|tasks?|todos?|chapters?|jahr|datum|woche|tag|zeit|schritt|semaine|jour|année|año|semana|día|fecha|hora|周次|日期|时间|步骤|版本)$/;
/** What grades the work itself. */
const grades = /^(?:priority|severity|scores?|ratings?|grades?|effort|risk level|confidence|criteri(?:a|on))$/;
const weekdays = /^(?:mon|tue|wed|thu|fri|sat|sun)/;
/** What to do, and what not. */
const choices = [/^(?:sí|si|yes|dos?|good|right)$/, /^(?:no|do ?n['’]?ts?|bad|wrong)$/] as const;
/** Headers of lists that merely stand side by side. */
const opposites = [
  /^(?:pros?|advantages?|benefits?|strengths?|dos?|good|before|wrong|bad|correct|right|old|yes|allowed|mistakes?|instead of|bad practice|anti-?pattern|like|likes|vorteile?|avantages?|ventajas?|优点)$/,
  /^(?:cons?|disadvantages?|drawbacks?|weaknesses|limitations?|don['’]?ts?|bad|after|right|good|correct(?:ion)?|incorrect|wrong|new|no|forbidden|not allowed|fix|use|good practice|better|pattern|unlike|dislikes|nachteile?|inconvénients?|desventajas?|缺点)$/,
] as const;
const settings =
  /^(?:(?:(?:environment |env |config(?:uration)? )?(?:variables?|settings?|parameters?|options?|keys?))|env|config(?:uration)?|flags?|arguments?|args?|fields?|props?|inputs?|metrics?|stat(?:istic)?s?|items?)$/;

/** A header as it is compared: in lower case, without the signs around it and what is in parentheses. */
export function bareHeader(header: string): string {
  return header
    .toLowerCase()
    .replace(/\s*[([][^()[\]]*[)\]]\s*$/u, "")
    .replace(/^[^\p{L}\p{N}#№]+|[^\p{L}\p{N}#№.]+$/gu, "")
    .trim();
}

/** What the header of a column tells about the cells below it; "other" where it is none that the rules know. */
export function roleOfHeader(header: string): ColumnRole {
  const name = bareHeader(header);
  const known = roles.find(([, pattern]) => pattern.test(name))?.[0];
  return known ?? (namesAttribute(name) ? "attribute" : "other");
}

/** Whether a header says that the rows are the aspects of something. */
export function isAspectHeader(header: string): boolean {
  return aspects.test(bareHeader(header));
}

/** Whether a header says that the rows are settings of a program. */
export function isSettingHeader(header: string): boolean {
  return settings.test(bareHeader(header));
}

/** Whether a header says that the rows follow each other in time. */
export function isTimeHeader(header: string): boolean {
  return times.test(bareHeader(header));
}

/** Whether the headers are those of a plan, a log or an evaluation, of lists without relation to each other, or of two tables in one. */
export function isNoKnowledge(headers: readonly string[]): boolean {
  const names = headers.map(bareHeader);
  const [first = "", ...rest] = names;
  return (
    new Set(names).size < names.length ||
    isPair(names, opposites) ||
    isPair(rest, choices) ||
    grades.test(first) ||
    rest.some((name) => errands.test(name)) ||
    names.filter((name) => weekdays.test(name)).length >= 3
  );
}

function isPair([one = "", other = ""]: readonly string[], [first, second]: readonly [RegExp, RegExp]): boolean {
  return first.test(one) && second.test(other);
}

/** Whether a word keeps its capital in the middle of a question, whatever the note shows. */
export function isProperWord(word: string): boolean {
  return properWords.has(word);
}
