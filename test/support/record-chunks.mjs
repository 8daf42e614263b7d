// Preloaded into a step: writes the name of every file of dist/ that it loads, one a line.
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

// A step keeps of its environment what is harmless, and forgets the rest.
const log = process.env.CHUNK_LOG

registerHooks({
  load(url, context, next) {
    const name = /\/dist\/([\w.-]+\.mjs)$/.exec(url)?.[1]
    if (name !== undefined) appendFileSync(log, `${name}\n`)
    return next(url, context)
  },
})
