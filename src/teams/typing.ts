/** How long a person waits before being shown that the bot works, and how often it is shown again, in milliseconds. */
const firstAfterMs = 700
const againAfterMs = 3_000

/** Shows "typing" while `work` lasts, if it lasts; each turn has its own. A typing that cannot be sent is let go. */
export async function whileTyping<T>(showTyping: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const show = () => {
    showTyping().catch(() => 'not shown')
    timer = setTimeout(show, againAfterMs)
  }
  timer = setTimeout(show, firstAfterMs)
  try {
    return await work()
  } finally {
    clearTimeout(timer)
  }
}
