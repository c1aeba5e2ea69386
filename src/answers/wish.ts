import { type Day, writeDay } from '../kit/day.ts'
import { type Say as AnySay, speaker } from '../kit/say.ts'
import { type Item, type Knowledge, validityOn } from '../knowledge/knowledge.ts'
import type { Wish } from './follow-up.ts'
import { type Presented, presentItem } from './present.ts'
import type { Showing } from './shown.ts'

/** An item as before, with what was asked about it said first. */
export function presentWish(
  item: Item,
  wish: Wish,
  question: string | undefined,
  showing: Showing,
): Presented {
  const shown = presentItem(item, question, showing)
  return { ...shown, text: said(item, wish, showing) ?? shown.text }
}

/** Undefined where the item says it best itself: how to order from an agreement that ended is not to be said. */
function said(item: Item, wish: Wish, { knowledge, day, language }: Showing): string | undefined {
  const say = speak(language)
  if (wish.of === 'owner') return say('owner', { title: item.title, owner: item.owner })
  if (item.type !== 'agreement') return undefined
  const suppliers = knowledge.suppliersOf(item).filter((one) => validityOn(one, day) === 'valid')
  const [first] = suppliers
  if (!first) return undefined
  const { title, supplier, ordering, owner } = first
  switch (wish.of) {
    case 'supplier':
      return supplierAt(wish.number, suppliers, say)
    case 'contact':
      return say('contact', { supplier, ordering, owner })
    case 'ordering':
      return say('ordering', { title, ordering })
    case 'end':
      return end(first, day, say)
    case 'covers':
      return say('covers', { title, covers: first.covers.join(', ') })
    default:
      return undefined
  }
}

type Suppliers = ReturnType<Knowledge['suppliersOf']>

function supplierAt(number: number, suppliers: Suppliers, say: Say): string {
  const wanted = suppliers[number - 1]
  const { title = '' } = suppliers[0] ?? {}
  return wanted
    ? say('supplier', { number, title, supplier: wanted.supplier })
    : say('noSupplier', {
        count: suppliers.length,
        title,
        suppliers: suppliers.map(({ supplier }) => supplier).join(', '),
      })
}

const end = ({ title, validTo, latestEnd }: Suppliers[number], day: Day, say: Say): string =>
  say(validTo !== null && latestEnd > validTo ? 'endWithOptions' : 'end', {
    title,
    date: writeDay(validTo ?? latestEnd ?? day),
    latest: writeDay(latestEnd),
  })

const speak = speaker({
  supplier: {
    nb: 'Nummer {{number}} på **{{title}}** er {{supplier}}. [1]',
    nn: 'Nummer {{number}} på **{{title}}** er {{supplier}}. [1]',
    en: 'Number {{number}} on **{{title}}** is {{supplier}}. [1]',
  },
  noSupplier_one: {
    nb: 'Avtalen **{{title}}** har bare én leverandør nå: {{suppliers}}. [1]',
    nn: 'Avtalen **{{title}}** har berre éin leverandør no: {{suppliers}}. [1]',
    en: 'The agreement **{{title}}** has only one supplier now: {{suppliers}}. [1]',
  },
  noSupplier_other: {
    nb: 'Avtalen **{{title}}** har {{count}} leverandører nå: {{suppliers}}. [1]',
    nn: 'Avtalen **{{title}}** har {{count}} leverandørar no: {{suppliers}}. [1]',
    en: 'The agreement **{{title}}** has {{count}} suppliers now: {{suppliers}}. [1]',
  },
  contact: {
    nb: 'Leverandøren er {{supplier}}. {{ordering}} Spør {{owner}} om du trenger hjelp. [1]',
    nn: 'Leverandøren er {{supplier}}. {{ordering}} Spør {{owner}} om du treng hjelp. [1]',
    en: 'The supplier is {{supplier}}. {{ordering}} Ask {{owner}} if you need help. [1]',
  },
  ordering: {
    nb: 'Slik bestiller du på **{{title}}**: {{ordering}} [1]',
    nn: 'Slik bestiller du på **{{title}}**: {{ordering}} [1]',
    en: 'How to order on **{{title}}**: {{ordering}} [1]',
  },
  end: {
    nb: 'Avtalen **{{title}}** gjelder til og med {{date}}. [1]',
    nn: 'Avtalen **{{title}}** gjeld til og med {{date}}. [1]',
    en: 'The agreement **{{title}}** is valid through {{date}}. [1]',
  },
  endWithOptions: {
    nb: 'Avtalen **{{title}}** gjelder til og med {{date}}. Den kan forlenges til {{latest}}. [1]',
    nn: 'Avtalen **{{title}}** gjeld til og med {{date}}. Han kan forlengjast til {{latest}}. [1]',
    en: 'The agreement **{{title}}** is valid through {{date}}. It may be extended until {{latest}}. [1]',
  },
  owner: {
    nb: '{{owner}} har ansvar for **{{title}}**. [1]',
    nn: '{{owner}} har ansvar for **{{title}}**. [1]',
    en: '{{owner}} is responsible for **{{title}}**. [1]',
  },
  covers: {
    nb: '**{{title}}** dekker {{covers}}. [1]',
    nn: '**{{title}}** dekkjer {{covers}}. [1]',
    en: '**{{title}}** covers {{covers}}. [1]',
  },
} as const)
type Say = AnySay<Parameters<ReturnType<typeof speak>>[0]>
