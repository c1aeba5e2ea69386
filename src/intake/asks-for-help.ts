const meaning =
  /^(?:hva|kva|what)\s.{0,20}?(?:betyr|tyder|mener|meiner|menes|meinast|mean(?:s|t)?)(?!\p{L})(.*)$/iu
const lost =
  /^(?:forklar|explain|(?:jeg |eg )?(?:forstår|skjønner|skjønar) ikk(?:e|je)|i (?:do not|don't) understand)(?!\p{L})/iu
/** Words that point at the question itself: "hva betyr det?". */
const pointing =
  /^(?:\s*(?:du|de|dere|det|dette|her|med|ved|i|by|this|that|it|you|egentlig|eigentleg))*[\s?.!]*$/iu

/** Whether somebody asks what the question that stands means. `shown` is what it says, with its options. */
export function asksForHelp(text: string, shown: string): boolean {
  if (lost.test(text)) return true
  const about = meaning.exec(text)?.[1]
  if (about === undefined) return false
  const words = about.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  return (
    pointing.test(about) || (words.length > 0 && words.every((word) => shown.toLowerCase().includes(word)))
  )
}
