import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { testConfig } from '../support/config.ts'
import { freePort } from '../support/free-port.ts'

/** Starts the program as `npm start` does, and waits until it says where to try it. */
async function startProgram(environment: Record<string, string>): Promise<ChildProcess> {
  const program = spawn(process.execPath, ['src/main.ts'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const told: string[] = []
  program.stderr.on('data', (part) => told.push(String(part)))
  for await (const line of createInterface({ input: program.stdout }))
    if (line.includes('Prøv den her')) return program
  throw new Error(`the program ended: ${told.join('')}`)
}

const ended = async (program: ChildProcess) => (await once(program, 'exit'))[0]

test('starts again after it was killed, and Ctrl-C ends it and its Playground cleanly', async () => {
  const { folder, remove } = testConfig()
  const playgroundPort = await freePort()
  const environment = { PORT: '0', PLAYGROUND_PORT: String(playgroundPort), DATA_FOLDER: folder }
  const killed = await startProgram(environment)
  killed.kill('SIGKILL')
  await ended(killed)

  const program = await startProgram(environment)
  expect((await fetch(`http://localhost:${playgroundPort}/_debug/ping`)).ok).toBe(true)
  program.kill('SIGINT')
  expect(await ended(program)).toBe(0)
  await expect(fetch(`http://localhost:${playgroundPort}/_debug/ping`)).rejects.toThrow()
  remove()
})
