/** The log of administrative acts, for whoever leads the section. It is read here and changed nowhere. */
import { z } from 'zod'
import type { Command } from '../kit/action.ts'
import { card, inPlainText, note, text, title } from '../kit/card.ts'
import { writeTime } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { writeKroner } from '../kit/money.ts'
import { type Language, speaker } from '../kit/say.ts'
import type { Person } from './person.ts'
import { type Role, roleNames } from './roles.ts'

type Entry = { at: number; actor: string; act: string; object: string; before?: unknown; after?: unknown }
export type Needs = {
  newestActs(limit: number): Promise<readonly Entry[]>
  /** The name of a person by Entra object id; undefined where the people file has none. */
  nameOf(entraId: string): string | undefined
}

const shown = 15
const reader: Role = 'lead'

export const createAuditTrail = (needs: Needs): { commands: readonly Command<Person>[] } => ({
  commands: [
    {
      names: ['logg', 'vis logg', 'audit log'],
      needs: reader,
      alone: true,
      does: async (_, who) => present(await needs.newestActs(shown), needs.nameOf, who.language),
    },
  ],
})

function present(entries: readonly Entry[], nameOf: Needs['nameOf'], language: Language): Message {
  const say = speak(language)
  /** Somebody or something by name, as far as it has one. An id of a person ends with the Entra object id. */
  const named = (id: string) => nameOf(id.slice(id.indexOf(':') + 1)) ?? id
  return {
    text: say('heading'),
    card: card([
      title(say('heading')),
      ...(entries.length === 0 ? [text(say('none'))] : []),
      ...entries.flatMap((entry) => [
        text(`**${titleOf(entry.act, say)}** · ${inPlainText(named(entry.object))}`, { spacing: 'Small' }),
        note(
          [
            changeOf(entry, say),
            say('by', { actor: inPlainText(named(entry.actor)), at: writeTime(entry.at) }),
          ]
            .filter(Boolean)
            .join(' · '),
        ),
      ]),
      note(say('export')),
    ]),
  }
}

/** An act in words; one that has none yet goes by the name that it is kept under. */
const titleOf = (act: string, say: SayTrail): string => {
  const known = acts.find((one) => one === act)
  return known ? say(known) : inPlainText(act)
}
const acts = ['roles-changed', 'authority-changed', 'erased', 'exported', 'gap-closed'] as const

function changeOf({ act, before, after }: Entry, say: SayTrail): string {
  const roles = z.array(z.string())
  const change = z.object({ before: roles, after: roles }).safeParse({ before, after })
  if (act === 'roles-changed' && change.success)
    return `${rolesInWords(change.data.before)} → ${rolesInWords(change.data.after)}`
  if (act === 'authority-changed') {
    const [from, to] = [limitIn(before), limitIn(after)].map((kroner) =>
      kroner === undefined ? say('none_given') : writeKroner(kroner),
    )
    return from === to ? say('other') : `${from} → ${to}`
  }
  const gone = z.object({ questions: z.number() }).safeParse(after)
  if (act === 'erased' && gone.success) return say('questions', { count: gone.data.questions })
  return before === undefined && after === undefined
    ? ''
    : `${inPlainText(JSON.stringify(before ?? null))} → ${inPlainText(JSON.stringify(after ?? null))}`
}

const limitIn = (authority: unknown): number | undefined =>
  z.object({ approvesUpTo: z.number() }).safeParse(authority).data?.approvesUpTo

/** By the names that the people file uses, which whoever reads the log writes there. */
const rolesInWords = (roles: readonly string[]): string =>
  Object.entries(roleNames)
    .filter(([, role]) => roles.includes(role))
    .map(([name]) => name)
    .join(', ')

const speak = speaker({
  heading: { nb: 'De siste hendelsene', nn: 'Dei siste hendingane', en: 'The latest acts' },
  none: { nb: 'Ingen hendelser ennå.', nn: 'Ingen hendingar enno.', en: 'No acts yet.' },
  'roles-changed': { nb: 'Roller endret', nn: 'Roller endra', en: 'Roles changed' },
  'authority-changed': { nb: 'Fullmakt endret', nn: 'Fullmakt endra', en: 'Authority changed' },
  none_given: { nb: 'ingen', nn: 'ingen', en: 'none' },
  other: {
    nb: 'enhet, stedfortreder eller fravær',
    nn: 'eining, stadfortredar eller fråvær',
    en: 'unit, delegate or absence',
  },
  erased: { nb: 'Opplysninger slettet', nn: 'Opplysningar sletta', en: 'Personal data deleted' },
  exported: { nb: 'Opplysninger hentet ut', nn: 'Opplysningar henta ut', en: 'Personal data exported' },
  'gap-closed': {
    nb: 'Hull i kunnskapen lukket',
    nn: 'Hol i kunnskapen lukka',
    en: 'Gap in the knowledge closed',
  },
  questions_one: { nb: '1 spørsmål', nn: '1 spørsmål', en: '1 question' },
  questions_other: { nb: '{{count}} spørsmål', nn: '{{count}} spørsmål', en: '{{count}} questions' },
  by: { nb: '{{at}} av {{actor}}', nn: '{{at}} av {{actor}}', en: '{{at}} by {{actor}}' },
  export: {
    nb: 'Alt finnes med npm run privacy -- audit.',
    nn: 'Alt finst med npm run privacy -- audit.',
    en: 'All of it: npm run privacy -- audit.',
  },
} as const)
type SayTrail = ReturnType<typeof speak>
