/** A whole purchase as it is answered in the dialog: the step, what is said, and what is kept of it. The amount is another each time. */
const steps = [
  ['need', 'traktor', 'traktor'],
  ['reuse', 'ja', 'buy'],
  ['relation', 'nei', 'no'],
  ['kind', 'varer', 'goods'],
  ['amount', undefined, undefined],
  ['vat', 'uten mva', 'without'],
  ['recurs', 'ja, ett kjøp', 'once'],
  ['also', 'nei', 'nei'],
  ['behalf', '1', 'self'],
  ['budget', 'ja', 'yes'],
  ['applies', 'ingen', ''],
  ['wanted', '01.03.2028', '2028-03-01'],
] as const

/** The first that is not answered; undefined where the purchase can be sent. */
export const missingStep = (replies: Readonly<Record<string, string>>) =>
  steps.find(([step]) => !(step in replies))
