/** What people write instead of an option's own words: step → option → form. */
import type { StepName } from './purchase-answers.ts'

const unsure =
  /^(?:(?:jeg |eg )?(?:vet|veit|ved) ikk(?:e|je).*|kanskje|(?:er )?(?:usikker|ikke sikker|ikkje sikker|i tvil)|(?:i )?(?:am )?not sure|maybe|i do ?n[o']?t know)$/iu

const forms: Readonly<Partial<Record<StepName, Readonly<Record<string, RegExp>>>>> = {
  relation: { yes: unsure },
  budget: { no: unsure },
  climate: { unsure },
  supply: { unsure },
  dataPlace: { eea: /^(?:eøs|eu|norge|noreg|eea|norway)$/iu, unknown: unsure },
  vat: {
    without: /^(?:eks|ekskl|ekskludert|u|uten|utan|excl?|excluding|without)(?: (?:mva|moms|vat))?$/iu,
    with: /^(?:inkl|inkludert|m|med|incl?|including|with)(?: (?:mva|moms|vat))?$/iu,
  },
  kind: {
    goods: /^(?:en )?(?:vare|varekjøp|ting|utstyr)$/iu,
    services: /^(?:en |ei )?(?:tjeneste|teneste|service)$/iu,
    works: /^(?:bygg|anlegg|byggearbeid|bygging)$/iu,
    mixed: /^(?:begge(?: deler)?|både og|litt av (?:hvert|kvart)|varer og (?:tjenester|tenester)|both)$/iu,
  },
  recurs: {
    once: /^(?:(?:bare )?(?:en|én|ein|éin) gang|eingong|éin gong|engangskjøp|eingongskjøp|once)$/iu,
    year: /^(?:årlig|årleg|(?:ja )?(?:hvert|kvart|per|pr) år|i året|yearly|every year|per year)$/iu,
    month:
      /^(?:månedlig|månadleg|(?:ja )?(?:hver|kvar|per|pr) (?:måned|månad)|i måneden|monthly|per month)$/iu,
    whole: /^(?:til sammen|til saman|totalt|samlet|samla|in total)$/iu,
  },
  behalf: {
    self: /^(?:meg|meg selv|meg sjølv|jeg|eg|oss|vi|min enhet|mi eining|me|myself|us|my unit)$/iu,
  },
  users: { one: /^(?:en|én|ein|éin|1|one)$/iu, several: /^(?:mange|several|many)$/iu },
}

/** The option that is meant; undefined where the words are none of these. Signs and case say nothing. */
export function calledSo(step: StepName, text: string, options: readonly string[]): string | undefined {
  const words = (text.match(/[\p{L}\d]+/gu) ?? []).join(' ')
  const [option] = Object.entries(forms[step] ?? {}).find(([, form]) => form.test(words)) ?? []
  return option !== undefined && options.includes(option) ? option : undefined
}
