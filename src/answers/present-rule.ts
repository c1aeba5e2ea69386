/** An answer in which the dated rules speak: the whole of it, or a few words beside the item that was found. */
import { type Button, box, type Card, card, facts, footer, note, text, title } from '../kit/card.ts'
import { writeDay } from '../kit/day.ts'
import { writeKroner } from '../kit/money.ts'
import type { Item } from '../knowledge/knowledge.ts'
import { periodOn, withAmounts } from '../rules/limit.ts'
import { amountOn } from '../rules/rules.ts'
import { askSection, longestSaid, showItem, tellFact } from './actions.ts'
import { askFact } from './ask-fact.ts'
import { type LimitQuestion, overviewMeanings } from './limit-question.ts'
import type { Presented } from './present.ts'
import type { RuleAnswer } from './rule-answer.ts'
import { ruleCard } from './rule-card.ts'
import { speakRules } from './rule-sentences.ts'
import type { Showing } from './shown.ts'

/** No more buttons to items than this. */
const mostItems = 2

/** `items` are what was found beside: agreements that may cover it. `question` is the id of the logged question. */
export function presentRule(
  rule: RuleAnswer,
  items: readonly Item[],
  question: string | undefined,
  showing: Showing,
): Presented {
  const { language } = showing
  const say = speakRules(language)
  if (rule.limits) return presentLimits(rule.limits, rule, question, showing)
  const { reckoning } = rule
  switch (reckoning?.kind) {
    case 'ask':
      return askFact(reckoning.ask, reckoning.reckoned, { asking: rule, question }, showing)
    case 'reckoned':
      return ruleCard(reckoning.reckoned, language, buttonsTo(items, question, showing))
    default: {
      const said = say('unknownDay', { date: writeDay(rule.day) })
      return { text: said, citations: [], card: card([title(said)], buttonsTo([], question, showing)) }
    }
  }
}

const buttonsTo = (items: readonly Item[], question: string | undefined, { say }: Showing): Button[] => [
  ...items
    .filter(({ type }) => type === 'agreement')
    .slice(0, mostItems)
    .map((item) => showItem.button(`${say('type.agreement')}: ${item.title}`, { item: item.id, question })),
  ...(question === undefined ? [] : [askSection.button(say('askSection'), { question })]),
]

function presentLimits(
  asked: LimitQuestion,
  { day }: RuleAnswer,
  question: string | undefined,
  showing: Showing,
): Presented {
  const { language, knowledge } = showing
  const say = speakRules(language)
  const { limits } = knowledge.rules
  if (asked.kind !== 'still') {
    const found = overviewMeanings.flatMap((meaning) => amountOn(limits, meaning, day) ?? [])
    const amounts = Object.fromEntries(found.map(({ meaning, value }) => [meaning, writeKroner(value)]))
    const [first] = found
    return {
      text: say('overview', amounts),
      citations: first
        ? [
            {
              position: 1,
              title: first.period.legalBasis,
              passage: withAmounts(first.period.text, first.period),
            },
          ]
        : [],
      card: card(
        [
          title(say('overview.title', { date: writeDay(day) })),
          facts(
            found.map(({ meaning, value, period }) => [
              say(`overview.${meaning as 'act'}`), // overviewMeanings have a name each
              say('overview.row', { amount: writeKroner(value), date: writeDay(period.from) }),
            ]),
          ),
          text(say('overview.help')),
          footer([
            note(
              say('basis', { basis: [...new Set(found.map(({ period }) => period.legalBasis))].join('; ') }),
            ),
          ]),
        ],
        buttonsTo([], question, showing),
      ),
    }
  }
  const { limit, now, holds } = asked
  const rule = withAmounts(now.period.text, now.period)
  const item = knowledge.item(limit.id)
  const before = limit.periods.find(({ to }) => to !== null && to < now.period.from)
  return {
    text: say(holds ? 'still.yes' : 'still.no', { asked: writeKroner(asked.asked), rule }),
    citations: [{ position: 1, title: `${limit.title} – ${now.period.legalBasis}`, passage: rule }],
    card: card(
      [
        title(limit.title),
        facts([
          [
            say('law'),
            say('overview.row', { amount: writeKroner(now.value), date: writeDay(now.period.from) }),
          ],
          [
            showing.say('before'),
            before &&
              showing.say('beforeThat', {
                amounts: Object.values(before.amounts).map(writeKroner).join(' – '),
                from: writeDay(before.from),
              }),
          ],
        ]),
        footer([note(say('basis', { basis: now.period.legalBasis }))]),
      ],
      [
        ...(item?.links ?? [])
          .flatMap((id) => knowledge.item(id) ?? [])
          .slice(0, mostItems)
          .map((linked) => showItem.button(titleAt(linked, showing), { item: linked.id, question })),
        ...buttonsTo([], question, showing),
      ],
    ),
  }
}

const titleAt = (item: Item, { day }: Showing): string =>
  item.type === 'limit'
    ? withAmounts(item.title, periodOn(item, day) ?? { amounts: {}, numbers: {} })
    : item.title

/** What the rules add to a card that shows an item: that the amount changes nothing, or on which side of the limit it is. */
export function besideItem(
  item: Item,
  rule: RuleAnswer,
  question: string | undefined,
  showing: Showing,
): {
  prefix: string
  add(shown: Card): Card
} {
  const say = speakRules(showing.language)
  const { reckoning } = rule
  const value = reckoning && 'reckoned' in reckoning ? reckoning.reckoned?.banded.value : undefined
  if (value === undefined) return { prefix: '', add: (shown) => shown }
  const amount = say('withoutVat', { amount: writeKroner(value) })
  if (item.type === 'limit') return { prefix: comparison(item, value, showing), add: (shown) => shown }
  const button = tellFact.button(say('showRules', { amount: writeKroner(value) }), {
    text: rule.text.slice(0, longestSaid),
    ...(rule.after !== undefined && { after: rule.after.slice(0, longestSaid) }),
    told: rule.told,
    asked: rule.asked,
    ...(question !== undefined && { question }),
  })
  return {
    prefix: '',
    add: (shown) => ({
      ...shown,
      body: [
        ...shown.body,
        ...(item.type === 'agreement' ? [box([text(say('rules.beside', { amount }))])] : []),
      ],
      actions: [button, ...(shown.actions ?? [])],
    }),
  }
}

/** "600 000 er over grensen på 500 000": said before the limit's own text. */
function comparison(
  item: Extract<Item, { type: 'limit' }>,
  value: number,
  { day, language }: Showing,
): string {
  const say = speakRules(language)
  const period = periodOn(item, day)
  const [limit, ...others] = Object.values(period?.amounts ?? {})
  if (!period?.comparison || limit === undefined || others.length > 0) return ''
  const side = value === limit ? 'side.at' : value > limit ? 'side.over' : 'side.under'
  return say('compare', { value: writeKroner(value), side: say(side), limit: writeKroner(limit) })
}
