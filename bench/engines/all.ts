import type { Engine } from './engine.ts'
import { flexSearch } from './flexsearch.ts'
import { fuseDefault, fuseTuned } from './fuse.ts'
import { lunrNorwegian } from './lunr.ts'
import { miniSearch, miniSearchOwnWords } from './minisearch.ts'
import { orama } from './orama.ts'
import { ours } from './ours.ts'
import { postgresTrigrams, postgresWords } from './postgres.ts'
import { sqliteOwnTrigrams, sqliteOwnWords, sqliteTrigrams, sqliteWords } from './sqlite.ts'

export const engines: readonly Engine[] = [
  ours,
  sqliteTrigrams,
  miniSearch,
  sqliteWords,
  lunrNorwegian,
  orama,
  flexSearch,
  fuseTuned,
  fuseDefault,
  postgresTrigrams,
  postgresWords,
]

/** Peers given more than they would have: the words as this search makes them. They show what its words alone are worth. */
export const enginesWithOwnWords: readonly Engine[] = [sqliteOwnTrigrams, miniSearchOwnWords, sqliteOwnWords]
