import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultAnswerFrom } from '../../src/answers/answers.ts'
import type { Config } from '../../src/config.ts'

/** A fixed day, so that no test depends on today. */
export const noon = Date.parse('2026-11-22T12:00:00+01:00')

/** Settings for one bot of a test, with a folder of its own that `remove` takes away. */
export function testConfig(): { config: Config; folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'innkjop-'))
  return {
    folder,
    config: {
      host: '127.0.0.1',
      port: 0,
      publicUrl: undefined,
      knowledgeFolder: 'knowledge',
      database: { kind: 'sqlite', file: join(folder, 'bot.sqlite') },
      credentials: undefined,
      tenants: [],
      peopleFile: 'knowledge/people.yaml',
      mostInAMinute: 1000,
      aloneUpTo: 500,
      quiet: undefined,
      catalogApp: undefined,
      graphCalendar: false,
      remindBefore: [7, 1],
      coursesAYear: 3,
      calendarOrganizer: 'innkjop@eksempel.kommune.no',
      retention: { questions: 365, people: 730, audit: 3650, drafts: 90, requests: 3650 },
      playground: undefined,
      municipality: { name: 'Eksempel kommune', organisationNumber: undefined },
      sectionContact: 'innkjop@eksempel.kommune.no',
      answerFrom: defaultAnswerFrom,
      logLevel: 'silent',
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
