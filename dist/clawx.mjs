import "./rolldown-runtime.mjs";
import { runTool } from "./runner.mjs";
import { runProgram } from "./cli.mjs";
// packages/cli/src/main.ts
await runTool(() => runProgram(process.argv.slice(2), {
	folder: process.cwd(),
	out: (text) => void process.stdout.write(text),
	err: (text) => void process.stderr.write(text)
}));
export {};
