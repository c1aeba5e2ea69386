import { createSearch } from '../../src/search/search.ts'
import { readSynonymsIn } from '../collection.ts'
import type { Engine } from './engine.ts'

/** The index alone, without names and without what is not answered here: how it grows is measured on it. */
export const ours: Engine = {
  name: 'this search',
  packages: ['snowball-stemmers'],
  async build(texts) {
    const search = createSearch(texts, { synonyms: await readSynonymsIn('knowledge') })
    return { search: (question, most) => search(question, most).found }
  },
}
