// What a step gives to its runner, where a test calls our code in its own process.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, jest } from '@jest/globals'
import { temporaryFolder } from './temporary-folder.ts'

/** Keeps what the tests of this file print from the terminal. Returns what the current test has printed. */
export function capturedOutput(): () => string {
  let printed = ''
  beforeEach(() => {
    printed = ''
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text)
      return true
    })
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })
  return () => printed
}

/** A function that writes the file of a variable, as GITHUB_OUTPUT, sets the variable, and returns the path. */
export function variableFiles(
  folder: string = temporaryFolder('environment'),
): (name: string, content?: string) => string {
  return (name, content = '') => {
    const path = join(folder, name)
    writeFileSync(path, content)
    process.env[name] = path
    return path
  }
}
