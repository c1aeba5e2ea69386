import { type Button, box, card, facts, footer, note, text, title } from '../kit/card.ts'
import { type Day, writeDay } from '../kit/day.ts'
import { type Agreement, type Article, validityOn } from '../knowledge/knowledge.ts'
import type { Say } from './sentences.ts'
import type { Shown } from './shown.ts'
import { sourceOf } from './source.ts'

/** An agreement with all suppliers on it, in rank order, and the routine that says that it must be used. */
export type WholeAgreement = {
  agreement: Agreement
  suppliers: readonly Agreement[]
  binding: Article | undefined
}

/**
 * "Kort om avtalen". What is shown is the first supplier that is valid on the day; when none is, the card says so and
 * is not to be mistaken for one that can be used.
 */
export function agreementCard(
  { agreement, suppliers, binding }: WholeAgreement,
  day: Day,
  say: Say,
  buttons: Button[],
): Shown {
  const valid = suppliers.filter((one) => validityOn(one, day) === 'valid')
  const shown = valid[0] ?? agreement
  const usable = valid.length > 0
  const others = suppliers.filter((one) => !valid.includes(one) && (usable || one !== shown))
  return {
    item: shown,
    conclusion: conclusion(shown, valid.length, day, say),
    card: card(
      [
        title(shown.title),
        usable
          ? undefined
          : text(standing(shown, day, say), { color: 'Attention', weight: 'Bolder', spacing: 'Small' }),
        facts([
          ...(usable ? valid : [shown]).map(
            ({ supplier }, at) =>
              [
                valid.length > 1 && shown.callOff === 'ranked'
                  ? say('supplierAt', { rank: at + 1 })
                  : say('supplier'),
                supplier,
              ] as const,
          ),
          ...others.map(
            (one) => [say('notNow'), `${one.supplier} (${standing(one, day, say).toLowerCase()})`] as const,
          ),
          [say('howToOrder'), usable ? shown.ordering : undefined],
          [say('callOff'), usable ? say(callOffSentence(shown, valid.length)) : undefined],
          [say('covers'), shown.covers.join(', ')],
        ]),
        text(shown.scope),
        facts([
          [say('validThrough'), usable ? writeDay(shown.validTo ?? shown.latestEnd) : undefined],
          [
            say('options'),
            usable && shown.validTo !== null && shown.latestEnd > shown.validTo
              ? say('optionsUntil', { date: writeDay(shown.latestEnd) })
              : undefined,
          ],
          [say('agreementOwner'), shown.owner],
        ]),
        usable && binding && validityOn(binding, day) === 'valid'
          ? box([
              text(bindingText(binding), { size: 'Small' }),
              note(`${say('limit.local')}: ${sourceOf(binding, day, say)}`),
            ])
          : undefined,
        footer([note(say('source', { source: sourceOf(shown, day, say) }))]),
      ],
      buttons,
    ),
    passage: shown.scope,
  }
}

function conclusion(shown: Agreement, count: number, day: Day, say: Say): string {
  switch (validityOn(shown, day)) {
    case 'ended':
      return say('agreementEnded', { title: shown.title, date: writeDay(shown.validTo ?? day) })
    case 'not-yet':
      return say('agreementNotYet', { title: shown.title, date: writeDay(shown.validFrom) })
    case 'valid': {
      const words = { title: shown.title, supplier: shown.supplier }
      if (shown.callOff === 'mini-competition') return say('useMiniCompetition', words)
      return say(count > 1 && shown.callOff === 'ranked' ? 'useRankedAgreement' : 'useAgreement', words)
    }
  }
}

/** With one supplier left there is no order to ask in. */
const callOffSentence = ({ callOff }: Agreement, count: number) =>
  callOff === 'ranked' && count === 1 ? 'callOff.direct' : (`callOff.${callOff}` as const)

/** Why an agreement is not to be used on the day. */
const standing = (agreement: Agreement, day: Day, say: Say): string =>
  validityOn(agreement, day) === 'not-yet'
    ? say('notYet', { date: writeDay(agreement.validFrom) })
    : say('ended', { date: writeDay(agreement.validTo ?? day) })

const bindingText = ({ body }: Article): string => body.split(/\n\s*\n/)[0] ?? ''
