import { type Day, dayInMonths } from '../kit/day.ts'
import { contradictionsIn } from './contradictions.ts'
import type { KnowledgeFault } from './fault.ts'
import type { Article } from './item.ts'
import { type Kept, keepNew, readWith } from './new-file.ts'
import { answersFolder } from './read.ts'
import { searchWordsFrom } from './search-words.ts'
import { quoted } from './yaml.ts'

/** An article that is to be kept. Its text is Markdown, as in every article. */
export type NewArticle = Omit<Article, 'id' | 'type' | 'place' | 'attachment'>

/** What somebody answered to a question, and the role or unit that answers for it. */
export type Answered = {
  title: string
  body: string
  question: string
  owner: string
  source: string
  /** Where in the source, such as the number of a case. */
  section?: string
  links?: readonly string[]
  day: Day
}

/** After so many months whoever answers for an article looks at it again. */
const reviewedAfter = 12

/** The article that an answer becomes: it holds from the day on, and is found by the words of the question. */
export const articleFromAnswer = ({
  day,
  question,
  section,
  links = [],
  ...answer
}: Answered): NewArticle => ({
  title: answer.title,
  body: answer.body,
  owner: answer.owner,
  source: answer.source,
  section,
  links,
  validFrom: day,
  validTo: null,
  reviewDate: dayInMonths(day, reviewedAfter),
  dated: day,
  version: '1',
  searchWords: searchWordsFrom(question),
})

/**
 * An article as a file. Whatever stands in it is read as it was, but for space at the ends of title and text, and halves of
 * letters, which no file can hold.
 */
export function articleFile(article: NewArticle & { id: string }): string {
  const fields: [name: string, value: string | readonly string[] | null | undefined][] = [
    ['id', article.id],
    ['tittel', article.title.trim()],
    ['eier', article.owner],
    ['gyldig fra', article.validFrom],
    ['gyldig til', article.validTo],
    ['revideres', article.reviewDate],
    ['kilde', article.source],
    ['versjon', article.version],
    ['punkt', article.section],
    ['datert', article.dated],
    ['lenker', article.links],
    ['søkeord', article.searchWords],
  ]
  const written = fields.flatMap(([name, value]) =>
    value === undefined ? [] : `${name}: ${inYaml(value)}`.trim(),
  )
  return `---\n${written.join('\n')}\n---\n${article.body.trim()}\n`.toWellFormed()
}

const inYaml = (value: string | readonly string[] | null): string => {
  if (value === null) return ''
  return typeof value === 'string' ? quoted(value) : `[${value.map(quoted).join(', ')}]`
}

/**
 * What is wrong with an article before it is kept: faults, with which it is not kept, and sentences that say something else
 * than the dated rules do on the day it holds from, which its author should mend.
 */
export async function checkArticle(
  folder: string,
  article: NewArticle,
): Promise<{ faults: KnowledgeFault[]; contradictions: KnowledgeFault[] }> {
  const text = articleFile({ ...article, id: untitled })
  const { faults, items } = await readWith(folder, { file: `${answersFolder}/${untitled}.md`, text })
  const limitsAndIt = items.filter(({ id, type }) => id === untitled || type === 'limit')
  return { faults, contradictions: contradictionsIn(limitsAndIt, article.validFrom) }
}

/** The id of an article that has none yet. */
const untitled = 'a-0000-0000'

/** Keeps an article in the knowledge under an id of its own; nothing is kept when it has faults. */
export const writeArticle = (folder: string, article: NewArticle): Promise<Kept> =>
  keepNew(
    folder,
    { name: answersFolder, prefix: `a-${article.validFrom.slice(0, 4)}-`, ending: '.md' },
    (id) => articleFile({ ...article, id }),
  )
