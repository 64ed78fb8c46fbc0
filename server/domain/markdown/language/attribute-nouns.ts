function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Nouns for what a thing has: "what is its capital?" */
const attributes = words(`
  abbreviation acronym address advantage age altitude amplitude area atomic-mass atomic-number average-case average-complexity benefit best-case
  best-case-complexity birthplace boiling-point cadence capacity capital cardinality category cause characteristic charge chemical-formula
  classification cleavage code color colour colouring complement complexity composer composition con concentration consequence cost creator currency
  data-unit date death default deficiency definition degree density depth derivation derivative determinant diameter dimension direction director
  disadvantage discoverer distance drawback duration effect elevation encoding energy equivalent etymology exponent feature file-extension focus
  formula founder frequency gland goal grammar half-life hallmark hardness height hotkey ingredient inheritance innervation input
  insertion integral intent inventor inverse key-binding keyboard-shortcut keyword latency length lifespan lifetime limit limitation location luster
  lustre manifestation mass material melting-point meter metre metric mitigation mnemonic mood mortality name nationality nature neurotransmitter
  note-value nucleus number objective occupation onset operating-temperature opposite orbital-period origin outcome output pair
  past-participle past-simple pdu peak-time period permission phylum pinyin place plural point-group population port position power
  precedence prefix pressure prevalence prevention pro prognosis pronunciation proof property protection protocol-number quantity radius range rank
  rate ratio reading-direction reason repeat requirement resistance responsibility result return-type return-value risk role root rotation-period
  route scale scope season shape shortcut side-effect sign signal signature size skill solubility sound space-complexity specific-heat speed
  spelling state-of-matter strength stress subject-pronoun suffix symbol symptom synonym target-organ taste temperature throughput time-complexity
  time-zone tone topology toxicity transcription transmission transport-protocol tuning unit valence value variance velocity voltage volume wavelength
  weakness weight width worst-case worst-case-complexity year yield`);

/** Nouns that are such only alone: a "factory pattern" or a "file system" is a thing itself. */
const loneAttributes = words(`
  alias alternative analogy author base city class climate component condition continent country cure cycle developer dynasty element equation era
  exception family fix format function group habitat key language law layer letter level mechanism memory method mode model notation order owner
  painter pathogen pattern phase principle problem product protocol reaction reagent receptor remedy river school service solution solvent source
  stage standard state stem storage strategy structure substrate syntax system target tool treatment trigger type vector writer`);

/** Whether a header (in lower case) names something that a thing has: "Boiling point at sea level". */
export function namesAttribute(name: string): boolean {
  const head = (name.split(/\s+(?:of|in|for|to|per|from|at)\s+/, 1)[0] ?? "").split(/\s+/);
  if (head.length > 4 || /^(?:is|are|has|have|can|does|do|how|why|when|where|who|what|if)$/.test(head[0] ?? "")) return false;
  const last = head.at(-1) ?? "";
  const pair = head.slice(-2).join("-");
  if (head.length === 1 && [last, last.replace(/s$/, ""), last.replace(/es$/, "")].some((form) => loneAttributes.has(form)))
    return true;
  const forms = [last, last.replace(/ies$/, "y"), last.replace(/es$/, ""), last.replace(/s$/, ""), pair, pair.replace(/s$/, "")];
  return forms.some((form) => attributes.has(form));
}
