import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Authority, type Duty, type Fact, factNames, type VatGroup, vatGroups } from '../rules/rules.ts'
import type { Synonyms } from '../search/search.ts'
import { readArticle } from './articles.ts'
import { checkTogether } from './check.ts'
import { type PlacedDuty, readDuties } from './duties.ts'
import type { KnowledgeFault } from './fault.ts'
import type { Article, Item } from './item.ts'
import { type KindOf, readKindWords } from './kind-words.ts'
import { readLimits } from './limits.ts'
import { type Outside, readOutside } from './outside.ts'
import { readRegister } from './register.ts'
import { searchWordWarnings } from './search-words.ts'
import { readSynonyms } from './synonyms.ts'
import { type GroupOf, type GroupsIn, readAllGroups, readWordGroups } from './word-groups.ts'

/** What stands where in the knowledge folder. */
const registerFile = 'agreements.csv'
const articleFolders: Record<string, Article['type']> = {
  routines: 'routine',
  templates: 'template',
  guidelines: 'guideline',
  strategy: 'guideline',
}
const synonymsFile = 'synonyms.yaml'
const outsideFiles: Record<string, Outside['kind']> = {
  'elsewhere.yaml': 'elsewhere',
  'no-agreement.yaml': 'no-agreement',
}
const limitFiles: Record<string, Authority> = { 'rules/law.yaml': 'law', 'rules/local.yaml': 'local' }
const dutyFiles: Record<string, Authority> = {
  'rules/law-duties.yaml': 'law',
  'rules/local-duties.yaml': 'local',
}
const kindsFile = 'rules/kinds.yaml'
const vatFile = 'rules/vat-words.yaml'
const factsFile = 'rules/fact-words.yaml'

type Part = { items: Item[]; faults: KnowledgeFault[] }
/** `warnings` are told and stop nothing. */
export type Reading = Part & {
  synonyms: Synonyms
  outside: Outside[]
  duties: Duty[]
  kindOf: KindOf
  vatOf: GroupOf<VatGroup>
  factsIn: GroupsIn<Fact>
  warnings: KnowledgeFault[]
}

/** Reads a whole knowledge folder and checks it. What has faults is left out of `items` and told in `faults`. */
export async function readFolder(folder: string): Promise<Reading> {
  let synonyms: Synonyms = new Map()
  const outside: Outside[] = []
  const duties: PlacedDuty[] = []
  let kindOf: KindOf = () => undefined
  let vatOf: GroupOf<VatGroup> = () => undefined
  let factsIn: GroupsIn<Fact> = () => []
  const readings = await Promise.all([
    readPart(folder, registerFile, (text) => readRegister(text, registerFile)),
    ...Object.entries(limitFiles).map(([file, authority]) =>
      readPart(folder, file, (text) => readLimits(text, file, authority)),
    ),
    ...Object.entries(dutyFiles).map(([file, authority]) =>
      readPart(folder, file, (text) => {
        const read = readDuties(text, file, authority)
        duties.push(...read.duties)
        return { items: [], faults: read.faults }
      }),
    ),
    readPart(folder, kindsFile, (text) => {
      const read = readKindWords(text, kindsFile)
      kindOf = read.kindOf
      return { items: [], faults: read.faults }
    }),
    readPart(folder, vatFile, (text) => {
      const read = readWordGroups({ source: text, file: vatFile, names: vatGroups })
      vatOf = read.groupOf
      return { items: [], faults: read.faults }
    }),
    readPart(folder, factsFile, (text) => {
      const read = readAllGroups({ source: text, file: factsFile, names: factNames })
      factsIn = read.groupsIn
      return { items: [], faults: read.faults }
    }),
    readPart(folder, synonymsFile, (text) => {
      const read = readSynonyms(text, synonymsFile)
      synonyms = read.synonyms
      return { items: [], faults: read.faults }
    }),
    ...Object.entries(outsideFiles).map(([file, kind]) =>
      readPart(folder, file, (text) => {
        const read = readOutside(text, file, kind)
        outside.push(...read.outside)
        return { items: [], faults: read.faults }
      }),
    ),
    ...Object.entries(articleFolders).map(([name, type]) => readArticles(folder, name, type)),
    strangers(folder),
  ])
  const items = readings.flatMap((reading) => reading.items)
  const unread = readings.flatMap((reading) => reading.faults)
  const leftOut = unread.flatMap((fault) => fault.leftOut ?? [])
  const faults = [...unread, ...(await checkTogether({ items, outside, duties, leftOut, folder }))]
  return {
    items,
    outside,
    synonyms,
    duties: duties.toSorted(lawFirst),
    kindOf,
    vatOf,
    factsIn,
    faults: faults.sort(byPlace),
    warnings: searchWordWarnings(items).sort(byPlace),
  }
}

const lawFirst = (a: Duty, b: Duty): number => Number(a.authority !== 'law') - Number(b.authority !== 'law')

const byPlace = (a: KnowledgeFault, b: KnowledgeFault): number =>
  a.file.localeCompare(b.file) || a.line - b.line

async function readPart(folder: string, file: string, read: (text: string) => Part): Promise<Part> {
  const text = await textOf(join(folder, file))
  return text === undefined
    ? {
        items: [],
        faults: [
          { file, line: 1, field: 'fil', problem: 'finnes ikke eller kan ikke leses. Den må være med' },
        ],
      }
    : read(text)
}

async function readArticles(folder: string, name: string, type: Article['type']): Promise<Part> {
  const files = await readdir(join(folder, name)).catch(() => undefined)
  if (!files)
    return {
      items: [],
      faults: [{ file: name, line: 1, field: 'mappe', problem: 'finnes ikke. Den må være med' }],
    }
  const articles = await Promise.all(
    files
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map((file) =>
        readPart(folder, `${name}/${file}`, (text) => {
          const { item, faults } = readArticle(text, `${name}/${file}`, type)
          return { items: item ? [item] : [], faults }
        }),
      ),
  )
  return { items: articles.flatMap((a) => a.items), faults: articles.flatMap((a) => a.faults) }
}

/** What nobody reads is told: a misnamed file would otherwise be missed without a word. */
async function strangers(folder: string): Promise<Part> {
  const known = new Set([
    registerFile,
    synonymsFile,
    kindsFile,
    vatFile,
    factsFile,
    'README.md',
    // who is who is read by another room
    'people.yaml',
    ...Object.keys(outsideFiles),
    ...Object.keys(limitFiles),
    ...Object.keys(dutyFiles),
    ...Object.keys(articleFolders),
  ])
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const faults = found
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !known.has(file) && !(isArticleFile(file) || isAttachment(file)))
    .map((file) => ({
      file,
      line: 1,
      field: 'fil',
      problem: `leses ikke. Kunnskap står i ${[...known].join(', ')}`,
    }))
  return { items: [], faults }
}

const isArticleFile = (file: string): boolean => {
  const [folder = '', name = '', ...deeper] = file.split('/')
  return folder in articleFolders && name.endsWith('.md') && deeper.length === 0
}
const isAttachment = (file: string): boolean => /^templates\/[^/]+\.(docx|xlsx|pptx|pdf)$/.test(file)

const textOf = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined)
