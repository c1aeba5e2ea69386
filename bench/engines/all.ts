import type { Engine } from './engine.ts'
import { flexSearch } from './flexsearch.ts'
import { fuseDefault, fuseTuned } from './fuse.ts'
import { lunrNorwegian } from './lunr.ts'
import { miniSearch } from './minisearch.ts'
import { orama } from './orama.ts'
import { ours } from './ours.ts'
import { postgresTrigrams, postgresWords } from './postgres.ts'
import { sqliteTrigrams, sqliteWords } from './sqlite.ts'

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
