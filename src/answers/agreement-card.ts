import { type Button, box, card, facts, footer, note, text, title } from '../kit/card.ts'
import { type Day, writeDay } from '../kit/day.ts'
import { type Agreement, validityOn } from '../knowledge/knowledge.ts'
import type { Say } from './sentences.ts'
import type { Shown } from './shown.ts'
import { sourceOf } from './source.ts'

/**
 * "Kort om avtalen", for an agreement and all `suppliers` on it in rank order. What is shown is the first of them that
 * is valid on the day; when none is, the card says so and is not to be mistaken for one that can be used.
 */
export function agreementCard(
  agreement: Agreement,
  suppliers: readonly Agreement[],
  day: Day,
  say: Say,
  buttons: Button[],
): Shown {
  const shown = suppliers.find((one) => validityOn(one, day) === 'valid') ?? agreement
  const validity = validityOn(shown, day)
  const usable = validity === 'valid'
  return {
    item: shown,
    conclusion: conclusion(shown, suppliers.length, day, say),
    card: card(
      [
        title(shown.title),
        usable
          ? undefined
          : text(
              validity === 'ended'
                ? say('ended', { date: writeDay(shown.validTo ?? day) })
                : say('notYet', { date: writeDay(shown.validFrom) }),
              { color: 'Attention', weight: 'Bolder', spacing: 'Small' },
            ),
        facts([
          [
            say(suppliers.length > 1 ? 'suppliersInOrder' : 'supplier'),
            suppliersInOrder(suppliers, day, say),
          ],
          [say('howToOrder'), usable ? shown.ordering : undefined],
          [say('callOff'), usable ? say(`callOff.${shown.callOff}`) : undefined],
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
        usable ? box([text(say('binding'), { size: 'Small' })]) : undefined,
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
      if (count > 1 && shown.callOff === 'mini-competition') return say('useMiniCompetition', words)
      return say(count > 1 && shown.callOff === 'ranked' ? 'useRankedAgreement' : 'useAgreement', words)
    }
  }
}

function suppliersInOrder(suppliers: readonly Agreement[], day: Day, say: Say): string {
  const named = suppliers.map((agreement) =>
    validityOn(agreement, day) === 'ended'
      ? say('endedSupplier', { supplier: agreement.supplier, date: writeDay(agreement.validTo ?? day) })
      : agreement.supplier,
  )
  return named.length === 1 ? (named[0] ?? '') : named.map((name, at) => `${at + 1}. ${name}`).join(' · ')
}
