import { readFileSync } from 'node:fs'
import { readArticle } from '../../src/knowledge/articles.ts'
import { readDuties } from '../../src/knowledge/duties.ts'
import { readKindWords } from '../../src/knowledge/kind-words.ts'
import { readLimits } from '../../src/knowledge/limits.ts'
import { readOutside } from '../../src/knowledge/outside.ts'
import { readRegister } from '../../src/knowledge/register.ts'
import { readSynonyms } from '../../src/knowledge/synonyms.ts'

/** Every kind of knowledge file: one that is whole, and what reads it. A fault is told, never thrown. */
export function knowledgeReaders(): { name: string; source: string; read(source: string): unknown }[] {
  const file = (name: string, read: (source: string, name: string) => unknown, most?: number) => {
    const source = readFileSync(`knowledge/${name}`, 'utf8').slice(0, most)
    return { name, source, read: (text: string) => read(text, name) }
  }
  return [
    file('agreements.csv', readRegister, 8_000),
    file('routines/r-avvik.md', (text, name) => readArticle(text, name, 'routine')),
    file('templates/m-prot.md', (text, name) => readArticle(text, name, 'template')),
    file('rules/law.yaml', (text, name) => readLimits(text, name, 'law'), 6_000),
    file('rules/law-duties.yaml', (text, name) => readDuties(text, name, 'law'), 6_000),
    file('rules/kinds.yaml', readKindWords),
    file('synonyms.yaml', readSynonyms),
    file('elsewhere.yaml', (text, name) => readOutside(text, name, 'elsewhere'), 6_000),
  ]
}
