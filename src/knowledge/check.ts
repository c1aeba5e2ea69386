import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlacedDuty } from './duties.ts'
import { faultAt, type KnowledgeFault } from './fault.ts'
import { type Item, onSameAgreement } from './item.ts'
import type { Outside } from './outside.ts'

type Everything = {
  items: Item[]
  outside: Outside[]
  duties: PlacedDuty[]
  leftOut: string[]
  folder: string
}

/**
 * What only shows when all items are there: ids used twice, ends before starts, links and files that lead nowhere.
 * `leftOut` are ids of items that have faults of their own: a link to one of them is not dead.
 */
export async function checkTogether({
  items,
  outside,
  duties,
  leftOut,
  folder,
}: Everything): Promise<KnowledgeFault[]> {
  return [
    ...duplicateFaults([...items, ...outside, ...duties]),
    ...validityFaults(items),
    ...extensionFaults(items),
    ...rankFaults(items),
    ...linkFaults([...items, ...duties], items, leftOut),
    ...(await attachmentFaults(items, folder)),
  ]
}

type Named = Pick<Item, 'id' | 'place'>
function duplicateFaults(items: Named[]): KnowledgeFault[] {
  const first = new Map<string, Named>()
  return items.flatMap((item) => {
    const earlier = first.get(item.id)
    first.set(item.id, earlier ?? item)
    if (!earlier) return []
    const problem = `«${item.id}» står også i ${earlier.place.file}:${earlier.place.line}. Hver id må være unik`
    return [faultAt(item.place, 'id', problem)]
  })
}

const validityFaults = (items: Item[]): KnowledgeFault[] =>
  items
    .filter((item) => item.type !== 'limit' && item.validTo !== null && item.validTo < item.validFrom)
    .map((item) =>
      faultAt(
        item.place,
        'gyldig til',
        `er ${item.validTo}, før «gyldig fra» ${item.validFrom}. Må være samme dag eller senere`,
      ),
    )

function extensionFaults(items: Item[]): KnowledgeFault[] {
  return items.flatMap((item) => {
    if (item.type !== 'agreement') return []
    const options = item.term.split('+').length - 1
    return [
      ...(item.validTo !== null && item.latestEnd < item.validTo
        ? [
            faultAt(
              item.place,
              'Seneste slutt',
              `er ${item.latestEnd}, før «Gyldig til» ${item.validTo}. Må være samme dag eller senere`,
            ),
          ]
        : []),
      ...(item.optionsTaken > options
        ? [
            faultAt(
              item.place,
              'Opsjoner brukt',
              `er ${item.optionsTaken}, men «Varighet» ${item.term} har ${options}. Kan ikke være flere`,
            ),
          ]
        : []),
    ]
  })
}

function rankFaults(items: Item[]): KnowledgeFault[] {
  const agreements = items.filter((item) => item.type === 'agreement')
  return agreements.flatMap((agreement, at) => {
    const same = agreements
      .slice(0, at)
      .find((other) => onSameAgreement(other, agreement) && other.rank === agreement.rank)
    const problem = `${agreement.rank} på «${agreement.title}» er brukt av ${same?.supplier}. Gi hver leverandør sitt tall`
    return same ? [faultAt(agreement.place, 'Rangering', problem)] : []
  })
}

function linkFaults(
  linking: Pick<Item, 'links' | 'place'>[],
  items: Item[],
  leftOut: string[],
): KnowledgeFault[] {
  const known = new Set([...items.map((item) => item.id), ...leftOut])
  return linking.flatMap((item) =>
    item.links
      .filter((link) => !known.has(link))
      .map((link) =>
        faultAt(
          item.place,
          'lenker',
          `viser til «${link}», som ikke finnes. Bruk id-en til en avtale, rutine, mal, veileder eller regel`,
        ),
      ),
  )
}

async function attachmentFaults(items: Item[], folder: string): Promise<KnowledgeFault[]> {
  const checked = items.map(async (item) => {
    if (item.type !== 'template' || !item.attachment) return []
    const found = await stat(join(folder, item.attachment)).catch(() => undefined)
    if (found?.isFile()) return []
    return [faultAt(item.place, 'fil', `«${item.attachment}» finnes ikke. Legg filen ved siden av malen`)]
  })
  return (await Promise.all(checked)).flat()
}
