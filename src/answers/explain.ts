import type { Day } from '../kit/day.ts'
import type { Hit, Knowledge } from '../knowledge/knowledge.ts'
import { decide, offerFrom } from './decide.ts'
import { titleOn } from './source.ts'

/** How many of the hits are explained. */
const explained = 5
const wide = 18

const ways: Record<NonNullable<Hit['parts'][number]['variant']>['how'], string> = {
  same: 'samme ord',
  synonym: 'synonym',
  compound: 'del av sammensatt ord',
  spelling: 'nesten samme bokstaver',
  name: 'nesten samme navn eller nummer',
}
const outcomes = { answer: 'svarer', choose: 'tilbyr valg', refuse: 'svarer ikke' }
const signNames: Record<string, string> = {
  explained: 'andel av spørsmålet som er forklart',
  margin: 'forsprang til neste',
  outside: 'nærhet til noe som ikke er vårt',
  outsideExplained: 'andel som det forklarer',
  score: 'poeng (logaritme)',
  length: 'antall ord (logaritme)',
}

type Explaining = { knowledge: Knowledge; day: Day; answerFrom: number }

/** Why the sources were found, for whoever keeps the knowledge: words, what they were taken for, and what each gave. */
export function explain(question: string, { knowledge, day, answerFrom }: Explaining): string {
  const hits = knowledge.search(question)
  const { kind } = decide(hits, day, answerFrom)
  return [
    `Sikkerhet ${number(hits.confidence)}: ${outcomes[kind]} (svarer fra ${number(answerFrom)}, tilbyr valg fra ${number(offerFrom)})`,
    ...Object.entries(hits.signs ?? {}).map(
      ([name, sign]) => `  ${(signNames[name] ?? name).padEnd(36)} ${number(sign)}`,
    ),
    ...(hits.named ? ['  Spørsmålet er tittelen på den beste kilden.'] : []),
    ...(hits.outside
      ? [`  Nærmest er noe boten ikke svarer på: ${hits.outside.title} (${hits.outside.id})`]
      : []),
    ...hits.hits.slice(0, explained).flatMap((hit, at) => ['', ...explainHit(hit, at + 1, day)]),
    ...(hits.hits.length === 0 ? ['Ingen kilder har noe av dette.'] : []),
  ].join('\n')
}

function explainHit({ item, score, kind, letters, parts }: Hit, place: number, day: Day): string[] {
  return [
    `${place}. ${titleOn(item, day)} (${item.id})  ${number(score)} poeng`,
    ...parts.map(({ word, weight, variant, score: gave }) => {
      const what = variant
        ? `${number(gave).padStart(6)}  ${variant.term} (${ways[variant.how]}, ${number(variant.sure)})`
        : `${'–'.padStart(6)}`
      return `   ${word.padEnd(wide)} × ${number(weight)} ${what}`
    }),
    `   ${'bokstavlikhet'.padEnd(wide)}        ${number(letters).padStart(6)}`,
    ...(kind === 1 ? [] : [`   ${'spurt om slikt'.padEnd(wide)} × ${number(kind)}`]),
  ]
}

const number = (value: number): string => value.toFixed(2).replace('.', ',')
