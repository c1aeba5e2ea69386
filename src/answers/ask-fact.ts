import { type Button, card, note, text, title } from '../kit/card.ts'
import { writeKroner } from '../kit/money.ts'
import { type Say, speaker } from '../kit/say.ts'
import { conclusionOf, type Missing, type Reckoned, type Told } from '../purchase/purchase.ts'
import { amountOn, type Kind } from '../rules/rules.ts'
import { askSection, tellFact } from './actions.ts'
import type { Presented } from './present.ts'
import { carried, type RuleAnswer } from './rule-answer.ts'
import type { Showing } from './shown.ts'

const kindsOffered = ['goods', 'services', 'works', 'health', 'special'] as const satisfies readonly Kind[]
const yearsOffered = [1, 2, 4]
/** Clients show no more buttons than five: the answers come first. */
const mostAnswers = 5

/** One question with its answers as buttons, and what would hold without an answer. */
export function askFact(
  missing: Missing,
  reckoned: Reckoned | undefined,
  { asking, question }: { asking: RuleAnswer; question: string | undefined },
  { language, say: sayAnswer, knowledge, day }: Showing,
): Presented {
  const say = speakAsks(language)
  const amount = writeKroner(reckoned?.banded.value ?? asking.amount)
  const rates = (['vat', 'vat-food', 'vat-low'] as const).flatMap(
    (meaning) => amountOn(knowledge.rules.limits, meaning, day)?.value ?? [],
  )
  const answers = answersTo(missing, rates, say)
  const asked = say(`ask.${missing.fact}`, { amount })
  const tell = (words: string, told: Told): Button =>
    tellFact.button(words, {
      ...carried(asking, question),
      told: { ...asking.told, ...told },
      asked: asking.asked + 1,
    })
  return {
    text: asked,
    citations: [],
    card: card(
      [
        title(asked),
        missing.fact === 'count' ? undefined : text(say('ask.why')),
        reckoned
          ? note(say('ask.otherwise', { conclusion: withoutMarks(conclusionOf(reckoned, language)) }))
          : undefined,
      ],
      [
        ...answers.map(([words, told]) => tell(words, told)),
        question === undefined || answers.length >= mostAnswers
          ? undefined
          : askSection.button(sayAnswer('askSection'), { question }),
      ],
    ),
  }
}

function answersTo(missing: Missing, rates: readonly number[], say: SayAsks): (readonly [string, Told])[] {
  switch (missing.fact) {
    case 'amount':
      return missing.choices.map((kroner) => [writeKroner(kroner), { kroner }])
    case 'count':
      return []
    case 'duration':
      return [
        ...yearsOffered.map((years) => [say('years', { count: years }), { months: years * 12 }] as const),
        [say('noEnd'), { months: 'indefinite' }],
      ]
    case 'kind':
      return kindsOffered.map((kind) => [say(`kind.${kind}`), { kind }])
    case 'vat':
      return [
        [say('vat.without'), { vat: 'without' }],
        [say('vat.with'), { vat: 'with' }],
      ]
    case 'rate':
      return rates.map((rate) => [say('rate', { rate }), { rate }])
  }
}

/** The mark of a source belongs to an answer that has one, and heavy print to the conclusion. */
const withoutMarks = (said: string): string => said.replace(/ ?\[1\]|\*\*/g, '')

const speakAsks = speaker({
  'ask.amount': {
    nb: 'Hvilket beløp mener du?',
    nn: 'Kva beløp meiner du?',
    en: 'Which amount do you mean?',
  },
  'ask.count': {
    nb: 'Hvor mange gjelder det? Skriv beløp og antall, for eksempel «30 stk til 4000 kr».',
    nn: 'Kor mange gjeld det? Skriv beløp og tal, til dømes «30 stk til 4000 kr».',
    en: 'How many is it? Write the amount and the number, for example “30 units at NOK 4000”.',
  },
  'ask.duration': {
    nb: 'Hvor lenge skal avtalen vare, med opsjoner?',
    nn: 'Kor lenge skal avtalen vare, med opsjonar?',
    en: 'How long will the contract last, options included?',
  },
  'ask.kind': {
    nb: 'Hva slags kjøp er det?',
    nn: 'Kva slags kjøp er det?',
    en: 'What kind of purchase is it?',
  },
  'ask.vat': {
    nb: 'Er {{amount}} med eller uten mva?',
    nn: 'Er {{amount}} med eller utan mva?',
    en: 'Is {{amount}} with or without VAT?',
  },
  'ask.why': {
    nb: 'Svaret avgjør hvilke regler som gjelder.',
    nn: 'Svaret avgjer kva reglar som gjeld.',
    en: 'Your answer decides which rules apply.',
  },
  'ask.otherwise': {
    nb: 'Foreløpig svar: {{conclusion}}',
    nn: 'Førebels svar: {{conclusion}}',
    en: 'Answer so far: {{conclusion}}',
  },
  'ask.rate': {
    nb: 'Hvilken merverdiavgift er det?',
    nn: 'Kva meirverdiavgift er det?',
    en: 'Which VAT rate is it?',
  },
  rate: { nb: '{{rate}} %', nn: '{{rate}} %', en: '{{rate}}%' },
  years_one: { nb: '{{count}} år', nn: '{{count}} år', en: '{{count}} year' },
  years_other: { nb: '{{count}} år', nn: '{{count}} år', en: '{{count}} years' },
  noEnd: { nb: 'Ingen sluttdato', nn: 'Ingen sluttdato', en: 'No end date' },
  'vat.without': { nb: 'Uten mva', nn: 'Utan mva', en: 'Without VAT' },
  'vat.with': { nb: 'Med mva', nn: 'Med mva', en: 'With VAT' },
  'kind.goods': { nb: 'Varer', nn: 'Varer', en: 'Goods' },
  'kind.services': { nb: 'Tjenester', nn: 'Tenester', en: 'Services' },
  'kind.works': { nb: 'Bygg og anlegg', nn: 'Bygg og anlegg', en: 'Building works' },
  'kind.health': {
    nb: 'Helse- og sosialtjenester',
    nn: 'Helse- og sosialtenester',
    en: 'Health and social services',
  },
  'kind.special': {
    nb: 'Særlige tjenester (hotell, kurs, vakt, jus)',
    nn: 'Særlege tenester (hotell, kurs, vakt, jus)',
    en: 'Special services (hotel, courses, guards, law)',
  },
} as const)
type SayAsks = Say<Parameters<ReturnType<typeof speakAsks>>[0]>
