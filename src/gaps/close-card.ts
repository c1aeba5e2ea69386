import { card, type Element, note, text, title } from '../kit/card.ts'
import type { Day } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { type Item, type Knowledge, onSameAgreement } from '../knowledge/knowledge.ts'
import { closeGap, longestTyped, type Span, showGaps } from './actions.ts'
import type { Filled, Missing } from './close.ts'
import { clipped } from './report-card.ts'
import type { Say } from './sentences.ts'
import { titleOn } from './title.ts'

export type Closing = {
  /** One of the questions of the group, by id, and as it is written. */
  question: string
  example: string
  days: Span
  knowledge: Knowledge
  today: Day
  /** What was filled in and is not enough, with what is missing. */
  fault?: { missing: Missing } & Omit<Filled, 'how'>
}

/** Items that are offered; what is meant is often far down, for what was asked did not find it. */
const mostOffered = 8

/** Asks what was done about a gap: an item answers it, people use another word for it, or there is nothing to do. */
export function closeCard({ question, example, days, knowledge, today, fault }: Closing, say: Say): Message {
  // What was written and is no title is what the list is made of next.
  const choices = itemsNear(fault?.named || example, knowledge).map((item) => ({
    title: titleOn(item, today),
    value: item.id,
  }))
  const chosen = choices.find(({ value }) => value === fault?.item)
  const words = (id: 'named' | 'word', value = ''): Element => ({
    type: 'Input.Text',
    id,
    label: say(id),
    isMultiline: false,
    maxLength: longestTyped,
    ...(value && { value }),
  })
  return {
    text: say('how'),
    card: card(
      [
        title(say('how')),
        text(say('quoted', { words: clipped(example) }), { weight: 'Bolder' }),
        text(say('how.help')),
        fault && text(say(fault.missing), { color: 'Attention', weight: 'Bolder' }),
        choices.length === 0
          ? undefined
          : {
              type: 'Input.ChoiceSet',
              id: 'item',
              label: say('item'),
              choices,
              isMultiSelect: false,
              style: 'compact',
              wrap: true,
              ...(chosen && { value: chosen.value }),
            },
        words('named'),
        words('word', fault?.word),
        note(say('comesBack')),
      ],
      [
        closeGap.button(say('close.item'), { days, question, how: 'item' }, { style: 'positive' }),
        closeGap.button(say('close.word'), { days, question, how: 'word' }),
        closeGap.button(
          say('close.nothing'),
          { days, question, how: 'nothing' },
          { associatedInputs: 'none' },
        ),
        backTo(days, say),
      ],
    ),
  }
}

export const backTo = (days: Span, say: Say) =>
  showGaps.button(say('showAgain'), { days, from: 0 }, { associatedInputs: 'none' })

/** Suppliers on one agreement are one item to choose. */
function itemsNear(example: string, { search }: Knowledge): Item[] {
  const items = search(example, mostOffered * 2).hits.map(({ item }) => item)
  return items
    .filter((item, at) => !items.slice(0, at).some((better) => onSameAgreement(better, item)))
    .slice(0, mostOffered)
}
