/** The log of administrative acts, for whoever leads the section. It is read here and changed nowhere. */
import type { Command } from '../kit/action.ts'
import { card, note, text, title } from '../kit/card.ts'
import { writeTime } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { type Language, speaker } from '../kit/say.ts'
import type { Person, Role } from './person.ts'

type Entry = { at: number; actor: string; act: string; object: string; before?: unknown; after?: unknown }
export type Needs = { newestActs(limit: number): Promise<readonly Entry[]> }

const shown = 15
const reader: Role = 'lead'

export const createAuditTrail = (needs: Needs): { commands: readonly Command<Person>[] } => ({
  commands: [
    {
      names: ['logg', 'vis logg', 'audit log'],
      needs: reader,
      does: async (_, who) => present(await needs.newestActs(shown), who.language),
    },
  ],
})

function present(entries: readonly Entry[], language: Language): Message {
  const say = speak(language)
  return {
    text: say('heading'),
    card: card([
      title(say('heading')),
      ...(entries.length === 0 ? [text(say('none'))] : []),
      ...entries.flatMap(({ at, actor, act, object, before, after }) => [
        text(`**${act}** ${object}`, { spacing: 'Small' }),
        note([writeTime(at), actor, changeOf(before, after)].filter(Boolean).join(' · ')),
      ]),
      note(say('export')),
    ]),
  }
}

const changeOf = (before: unknown, after: unknown): string =>
  before === undefined && after === undefined
    ? ''
    : `${JSON.stringify(before ?? null)} → ${JSON.stringify(after ?? null)}`

const speak = speaker({
  heading: { nb: 'De siste hendelsene', nn: 'Dei siste hendingane', en: 'The latest acts' },
  none: { nb: 'Ingen hendelser ennå.', nn: 'Ingen hendingar enno.', en: 'No acts yet.' },
  export: {
    nb: 'Alt finnes med npm run privacy -- audit.',
    nn: 'Alt finst med npm run privacy -- audit.',
    en: 'All of it: npm run privacy -- audit.',
  },
} as const)
