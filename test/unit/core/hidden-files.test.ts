// A gate that verifies `dist/**` and a step that deploys `dist` must mean the same files.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { checkNothingHidden } from '@open-claw/core'
import { codeOf } from '../../support/errors.ts'

let root = ''
const put = (...names: string[]): void => {
  for (const name of names) {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), name)
  }
}
const check = (...patterns: string[]) => codeOf(() => checkNothingHidden(root, patterns, 'artifacts'))
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hidden-'))
  put('dist/app.js', 'dist/sub/b.js', '.git/config', '.env')
})

describe('what a star passes over', () => {
  test.each(['dist/.htaccess', 'dist/sub/.x', 'dist/.well-known/a.js', 'dist/sub/.a/b/.c/d.js'])(
    'is refused: %s',
    async (name) => {
      put(name)
      expect(await check('dist/**')).toBe('ARTIFACT_REFUSED')
      expect(await check('dist/app.js', 'dist/**')).toBe('ARTIFACT_REFUSED')
    },
  )

  test.each([
    ['dist/.a.js', 'dist/*.js'],
    ['dist/.a.js', 'dist/**/*.js'],
    ['dist/.x/a.js', 'dist/**/*.js'],
    ['dist/.x/a.js', 'dist/*/a.js'],
    ['dist/.x/y/a.js', 'dist/**/y/*'],
  ])('is refused: %s, under %s', async (name, pattern) => {
    put(name)
    expect(await check(pattern)).toBe('ARTIFACT_REFUSED')
  })

  test('is no matter where it could not match, is named, or is excluded', async () => {
    expect(await check('dist/**')).toBe('no error')
    put('dist/.htaccess', 'dist/.cache/x')
    expect(await check('dist/app.js')).toBe('no error')
    expect(await check('dist/**/*.js')).toBe('no error')
    expect(await check('dist/**', 'dist/.htaccess', '!dist/.cache')).toBe('no error')
    expect(await check('dist/**', '!dist/.*')).toBe('no error')
    expect(await check('dist/**', '!dist/.cache')).toBe('ARTIFACT_REFUSED')
  })
})
