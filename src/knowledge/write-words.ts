import { type AddedWords, addedWordsFile } from './added-words.ts'
import { type Kept, keepNew } from './new-file.ts'
import { wordsFolder } from './read.ts'

/** Adds everyday words to an item that is there, in a file of their own. */
export const writeWords = (folder: string, added: Omit<AddedWords, 'place'>): Promise<Kept> =>
  keepNew(folder, { name: wordsFolder, prefix: `w-${added.addedOn.slice(0, 4)}-`, ending: '.yaml' }, () =>
    addedWordsFile(added),
  )
