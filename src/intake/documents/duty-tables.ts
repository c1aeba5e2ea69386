import { writeDay } from '../../kit/day.ts'
import { type Block, heading, type Line, table, text } from '../../paper/paper.ts'
import type { Authority } from '../../rules/rules.ts'
import type { PurchaseRequest, RequestedDuty } from '../request.ts'
import { unbroken } from './names.ts'

const authorities: readonly (readonly [Authority, string])[] = [
  ['law', 'Lov og forskrift'],
  ['local', 'Kommunens egne regler'],
]

/** What the rules ask of a purchase: the law and the municipality's own apart. */
export const dutyTables = ({ duties, rulesOf }: PurchaseRequest): Block[] =>
  authorities.flatMap(([authority, name]) => {
    const own = duties.filter((duty) => duty.authority === authority)
    return [
      heading(name, 2),
      own.length > 0
        ? table(
            { Plikt: 23, 'Hva du må gjøre': 45, Hjemmel: 32 },
            own.map((duty) => [{ strong: duty.title }, duty.text, basisOf(duty)]),
          )
        : text(`Ingen slike plikter er kjent for dette kjøpet per ${writeDay(rulesOf)}.`),
    ]
  })

/** The legal basis of a duty, and whether it is still to be confirmed. */
export const basisOf = ({ legalBasis, confirmed }: RequestedDuty): Line[] => [
  unbroken(legalBasis),
  ...(confirmed ? [] : [{ mark: 'må bekreftes' }]),
]
