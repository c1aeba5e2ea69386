import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Authority, type Duty, type Fact, factNames, type VatGroup, vatGroups } from '../rules/rules.ts'
import type { Synonyms } from '../search/search.ts'
import { type AddedWords, readAddedWords, withAddedWords } from './added-words.ts'
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
/** What is written in Teams: the folders come with the first file in them. */
export const answersFolder = 'answers'
export const wordsFolder = 'words'
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

/** A file by its place in the knowledge folder, such as `answers/a-2026-0001.md`. */
export type NewFile = { file: string; text: string }
type Folder = { folder: string; also?: NewFile | undefined }

/**
 * Reads a whole knowledge folder and checks it. What has faults is left out of `items` and told in `faults`. `also` is read
 * as if it stood there, so that a file can be tried before it is written.
 */
export async function readFolder(folder: string, also?: NewFile): Promise<Reading> {
  const from: Folder = { folder, also }
  let synonyms: Synonyms = new Map()
  const outside: Outside[] = []
  const duties: PlacedDuty[] = []
  let kindOf: KindOf = () => undefined
  let vatOf: GroupOf<VatGroup> = () => undefined
  let factsIn: GroupsIn<Fact> = () => []
  const added: AddedWords[] = []
  const readings = await Promise.all([
    readPart(from, registerFile, (text) => readRegister(text, registerFile)),
    ...Object.entries(limitFiles).map(([file, authority]) =>
      readPart(from, file, (text) => readLimits(text, file, authority)),
    ),
    ...Object.entries(dutyFiles).map(([file, authority]) =>
      readPart(from, file, (text) => {
        const read = readDuties(text, file, authority)
        duties.push(...read.duties)
        return { items: [], faults: read.faults }
      }),
    ),
    readPart(from, kindsFile, (text) => {
      const read = readKindWords(text, kindsFile)
      kindOf = read.kindOf
      return { items: [], faults: read.faults }
    }),
    readPart(from, vatFile, (text) => {
      const read = readWordGroups({ source: text, file: vatFile, names: vatGroups })
      vatOf = read.groupOf
      return { items: [], faults: read.faults }
    }),
    readPart(from, factsFile, (text) => {
      const read = readAllGroups({ source: text, file: factsFile, names: factNames })
      factsIn = read.groupsIn
      return { items: [], faults: read.faults }
    }),
    readPart(from, synonymsFile, (text) => {
      const read = readSynonyms(text, synonymsFile)
      synonyms = read.synonyms
      return { items: [], faults: read.faults }
    }),
    ...Object.entries(outsideFiles).map(([file, kind]) =>
      readPart(from, file, (text) => {
        const read = readOutside(text, file, kind)
        outside.push(...read.outside)
        return { items: [], faults: read.faults }
      }),
    ),
    ...Object.entries(articleFolders).map(([name, type]) => readArticles(from, name, type)),
    readArticles(from, answersFolder, 'guideline'),
    readEach(from, wordsFolder, '.yaml', (text, file) => {
      const read = readAddedWords(text, file)
      added.push(...read.added)
      return { items: [], faults: read.faults }
    }),
    strangers(folder),
  ])
  const { items, warnings } = withAddedWords(
    readings.flatMap((reading) => reading.items),
    added,
  )
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
    warnings: [...warnings, ...searchWordWarnings(items)].sort(byPlace),
  }
}

const lawFirst = (a: Duty, b: Duty): number => Number(a.authority !== 'law') - Number(b.authority !== 'law')

const byPlace = (a: KnowledgeFault, b: KnowledgeFault): number =>
  a.file.localeCompare(b.file) || a.line - b.line

async function readPart({ folder, also }: Folder, file: string, read: (text: string) => Part): Promise<Part> {
  const text = also?.file === file ? also.text : await textOf(join(folder, file))
  return text === undefined
    ? {
        items: [],
        faults: [
          { file, line: 1, field: 'fil', problem: 'finnes ikke eller kan ikke leses. Den må være med' },
        ],
      }
    : read(text)
}

const readArticles = (from: Folder, name: string, type: Article['type']): Promise<Part> =>
  readEach(from, name, '.md', (text, file) => {
    const { item, faults } = readArticle(text, file, type)
    return { items: item ? [item] : [], faults }
  })

async function readEach(
  from: Folder,
  name: string,
  ending: string,
  read: (text: string, file: string) => Part,
): Promise<Part> {
  const found = await readdir(join(from.folder, name)).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' && !(name in articleFolders) ? [] : undefined,
  )
  if (!found)
    return {
      items: [],
      faults: [{ file: name, line: 1, field: 'mappe', problem: 'finnes ikke. Den må være med' }],
    }
  const files = found.filter((file) => file.endsWith(ending)).map((file) => `${name}/${file}`)
  if (from.also?.file.startsWith(`${name}/`)) files.push(from.also.file)
  const parts = await Promise.all(
    [...new Set(files)].sort().map((file) => readPart(from, file, (text) => read(text, file))),
  )
  return { items: parts.flatMap((part) => part.items), faults: parts.flatMap((part) => part.faults) }
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
    // who is who, and which channel gets what, are read by other rooms
    'people.yaml',
    'channels.yaml',
    ...Object.keys(outsideFiles),
    ...Object.keys(limitFiles),
    ...Object.keys(dutyFiles),
    ...Object.keys(articleFolders),
    answersFolder,
    wordsFolder,
  ])
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const faults = found
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !known.has(file) && !(isArticleFile(file) || isWordsFile(file) || isAttachment(file)))
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
  const ofArticles = folder in articleFolders || folder === answersFolder
  return ofArticles && name.endsWith('.md') && deeper.length === 0
}
const isWordsFile = (file: string): boolean => /^words\/[^/]+\.yaml$/.test(file)
const isAttachment = (file: string): boolean => /^templates\/[^/]+\.(docx|xlsx|pptx|pdf)$/.test(file)

const textOf = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined)
