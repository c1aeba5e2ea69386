/** What is told in the log and the audit when files that people keep are changed. */
import type { Clock } from './kit/day.ts'
import type { Log } from './kit/log.ts'
import type { KnowledgeNews } from './knowledge/live.ts'
import type { PeopleNews } from './people/people.ts'
import type { Store } from './store/store.ts'

type Telling = { store: Store; now: Clock; log: Log }

/** A change of roles or authority is an administrative act; a broken file changes nothing and is told in the log. */
export function tellPeopleNews(news: PeopleNews, { store, now, log }: Telling): void {
  if (news.kind === 'kept') {
    log.error(
      { because: news.because },
      'who is who was changed and has faults: what was there before is used',
    )
    return
  }
  for (const { person, act, before, after } of news.changes)
    store.audit
      .note({ actor: 'people.yaml', act, object: person, before, after }, now())
      .catch((error: unknown) => log.error({ err: error }, 'a change of roles could not be noted'))
}

/** A broken file is told in the log, for whoever keeps the knowledge; people are answered from what was whole before. */
export function tellNews(news: KnowledgeNews, log: Log): void {
  if (news.kind === 'renewed') log.info({ count: news.count }, 'the knowledge was renewed')
  else
    log.error(
      { because: news.because },
      'the knowledge was changed and has faults: what was there before is used',
    )
}
