import type { Item } from '../knowledge/knowledge.ts'

/** What a person asked just before, and what it led to: one item that was shown, or some that were offered. */
export type Earlier = {
  text: string
  shown: Item | undefined
  offered: readonly Item[]
  /** It was about a purchase of some value, which was answered, or a fact of it asked for. */
  reckoned: 'asked' | 'answered' | undefined
}

/** What is wanted of an item that was shown before; nothing in particular is the item itself. */
export type Wish =
  | { of: 'supplier'; number: number }
  | { of: 'contact' | 'ordering' | 'end' | 'owner' | 'covers' | 'template' | 'routine' | 'item' }

export type FollowUp =
  | { kind: 'about'; item: Item; wish: Wish }
  /** The same question about another thing; `question` is that thing, `together` with what was asked before. */
  | { kind: 'instead'; question: string; together: string }
  | { kind: 'new' }

/** Whether what a person writes goes on from what they asked before. Without an earlier turn everything is new. */
export function readFollowUp(text: string, earlier: Earlier | undefined): FollowUp {
  if (!earlier) return { kind: 'new' }
  const together = `${earlier.text} ${text}`
  const number = numberIn(text)
  if (number !== undefined && earlier.shown)
    return { kind: 'about', item: earlier.shown, wish: { of: 'supplier', number } }
  const chosen = number === undefined ? undefined : earlier.offered[number - 1]
  if (chosen) return { kind: 'about', item: chosen, wish: { of: 'item' } }

  const opened = opening.test(text)
  const rest = contentOf(text.replace(opening, ' '))
  const wish = wishIn(text)
  const said = rest.filter((word) => !wishes.some(([, words]) => words.test(word)))
  if (said.length === 0 && (opened || wish || pointing.test(text)))
    return earlier.shown
      ? { kind: 'about', item: earlier.shown, wish: wish ?? { of: 'item' } }
      : { kind: 'instead', question: together, together }
  if (!opened) return { kind: 'new' }
  const thing = said.filter((word) => !condition.test(word) && !places.test(word))
  return { kind: 'instead', question: thing.length > 0 ? rest.join(' ') : together, together }
}

const opening =
  /^\s*(og|men|enn|and|but|hva med|kva med|ka med|hva om|kva om|what about|how about|og hva med|og kva med|and what about)(?=\s|$)/i
/** Amounts, periods and ifs change the question that was asked; they are none of their own. */
const condition =
  /^(\d.*|hvis|viss|dersom|if|mill\w*|million\w*|tusen|kr|kroner|mva|moms|inkl\w*|ekskl\w*|thousand)$/i
const places =
  /^(skol\w*|skul\w*|barnehag\w*|bhg|sykehjem\w*|sjukeheim\w*|rådhus\w*|bibliotek\w*|sfo|school\w*|kindergarten\w*)$/i

const pointing =
  /(^|\s)(den|det|dei|de|dem|denne|dette|disse|desse|han|der|it|that|this|they|them|the one)(?=\s|[?.!,]|$)/i

const small = new Set(
  `og men enn da då så altså jo nå no hva kva ka hvem kven hvor kor når hvordan korleis hvilken kva hvilke er var blir vert kan kunne
  skal må vil får har finnes finst fins jeg eg vi me du man en ein ei et eit den det dei de dem denne dette disse desse han hun ho der her av på
  i til for om med fra frå hos ved som å at også òg ikke ikkje noe noko noen nokon bare berre på igjen egentlig eigentleg hele
  what who how when where which is are was can could do does i we you a an the it that this they them of on in to for with
  about from also and but then please so takk thanks lurer lurar vite veta sier seier`.split(/\s+/),
)
const contentOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\d]+(?:[.,-][\p{L}\d]+)*/gu) ?? []).filter((word) => !small.has(word))

/** The word of a wish, and what it asks for; the first that is found counts. */
const wishes: readonly (readonly [Exclude<Wish['of'], 'supplier' | 'item'>, RegExp])[] = [
  ['contact', /^(ring\w*|telefon\w*|tlf|nummeret|kontakt\w*|e-?post\w*|mail\w*|call\w*|phone|contact\w*)$/i],
  ['end', /^(utløp\w*|går|går ut|ut|varer|varar|lenge|gjeld\w*|gyldig|expire\w*|valid|until|ends?|long)$/i],
  ['owner', /^(ansvar\w*|eier\w*|eig\w*|responsible|owner|owns)$/i],
  ['covers', /^(dekk\w*|dekker|omfatt\w*|inngår|cover\w*|includ\w*)$/i],
  ['template', /^(mal|malen|skjema\w*|template|form)$/i],
  ['routine', /^(rutine\w*|steg|framgangsmåte\w*|fremgangsmåte\w*|routine|steps?|procedure)$/i],
  ['ordering', /^(bestill\w*|tinge?\w*|avrop\w*|order\w*|kjøpe\w*)$/i],
]

function wishIn(text: string): Wish | undefined {
  const found = contentOf(text)
  const of = wishes.find(([, words]) => found.some((word) => words.test(word)))?.[0]
  return of && { of }
}

const ordinals: readonly (readonly string[])[] = [
  ['1', 'en', 'ein', 'én', 'første', 'fyrste', 'one', 'first'],
  ['2', 'to', 'andre', 'two', 'second'],
  ['3', 'tre', 'tredje', 'three', 'third'],
  ['4', 'fire', 'fjerde', 'four', 'fourth'],
  ['5', 'fem', 'femte', 'five', 'fifth'],
]
const asNumber = (word: string): number | undefined => {
  const at = ordinals.findIndex((names) => names.includes(word.toLowerCase()))
  return at === -1 ? undefined : at + 1
}

/** "leverandør nummer to", "nr. 2", "den andre", "the second supplier": a place in a list; undefined where none is said. */
const numbered: readonly RegExp[] = [
  /(?:nummer|number)\s+(\p{L}+|\d+)/giu,
  /(?:nr|no)\.?\s*(\d+)/giu,
  /(?:leverandør|supplier)\s+(\p{L}+|\d+)/giu,
  /(?<!\p{L})(\p{L}{1,40})\s+(?:leverandør\p{L}*|supplier\p{L}*|one)(?=\s|[?.!,]|$)/giu,
  /^\W*(?:(?:og|and|hva med|kva med|what about)\s+)?(?:den|the)\s+(\p{L}+)\s*(?:da|då|then)?\W*$/giu,
]

const numberIn = (text: string): number | undefined =>
  numbered
    .flatMap((form) => [...text.matchAll(form)].map(([, word = '']) => asNumber(word)))
    .find((number) => number !== undefined)
