/** An answer in which the dated rules speak. */
import type { Button } from '../kit/card.ts'
import type { Item } from '../knowledge/knowledge.ts'
import { speakRules } from '../purchase/purchase.ts'
import { askSection, showItem, tellFact } from './actions.ts'
import { askFact } from './ask-fact.ts'
import type { LimitQuestion } from './limit-question.ts'
import { oneLimitCard, overviewCard, unknownDayCard } from './limits-card.ts'
import type { Presented } from './present.ts'
import { carried, type RuleAnswer } from './rule-answer.ts'
import { ruleCard } from './rule-card.ts'
import type { Showing } from './shown.ts'
import { titleOn } from './source.ts'

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
  if (rule.limits) return presentLimits(rule.limits, rule, question, showing)
  const { reckoning } = rule
  switch (reckoning?.kind) {
    case 'ask':
      return askFact(reckoning.ask, reckoning.reckoned, { asking: rule, question }, showing)
    case 'reckoned':
      return ruleCard(reckoning.reckoned, { asked: rule.asks, rules: showing.knowledge.rules, language }, [
        showing.startButton({ question }),
        tellFact.button(speakRules(language)('allDemands'), { ...carried(rule, question), all: true }),
        ...buttonsTo(items, question, showing),
      ])
    default:
      return unknownDayCard(rule.day, language, buttonsTo([], question, showing))
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
  const buttons = buttonsTo([], question, showing)
  if (!('now' in asked)) return overviewCard(knowledge.rules.limits, day, language, buttons)
  const linked = (knowledge.item(asked.limit.id)?.links ?? [])
    .flatMap((id) => knowledge.item(id) ?? [])
    .slice(0, mostItems)
    .map((item) => showItem.button(titleOn(item, showing.day), { item: item.id, question }))
  return oneLimitCard(asked, language, [...linked, ...buttons])
}
