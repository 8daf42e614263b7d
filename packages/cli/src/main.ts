// Checks the version of Node.js before loading anything that an older one cannot parse.
const NEEDED = 24
const found = Number(process.versions.node.split('.')[0])

if (found >= NEEDED) {
  const { clawx } = await import('./clawx.ts')
  await clawx()
} else {
  // The format of every other error, written out: the code that makes it cannot be loaded here.
  const code = 'RUNNER_CONTRACT'
  const message = `clawx does not run on Node.js ${process.version}.`
  const remedy = `Run it with Node.js ${NEEDED} or newer.`
  const address = 'https://github.com/open-claw/open-claw/blob/main/docs/errors.md#runner_contract'
  if (process.argv.includes('--json'))
    process.stdout.write(`${JSON.stringify({ ok: false, error: { code, message, remedy, address } })}\n`)
  else process.stderr.write(`${code}: ${message} ${remedy} ${address}\n`)
  process.exitCode = 2
}
