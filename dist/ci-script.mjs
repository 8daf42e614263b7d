import "./rolldown-runtime.mjs";
import { ClawError, printable, systemCode } from "./core.mjs";
import { constants as constants$1, tmpdir } from "node:os";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, posix, win32 } from "node:path";
import { spawn } from "node:child_process";
// packages/ci/src/script/run-script.ts
/** Signals that cancel a step. The runner sends them only to our process, so they are passed on. */
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
/** How long processes that the script left behind may go on printing; the runner waits as long. */
const DRAIN_MS = 5e3;
/** Signals the whole process group: a shell does not pass a signal on to the program that it waits for. */
function signalAll(child, signal) {
	if (child.pid === void 0) return;
	try {
		if (process.platform === "win32") child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {}
}
/** Returns ` (ENOENT)`, or nothing. */
function codeClause(error) {
	const code = systemCode(error);
	return code === void 0 ? "" : ` (${code})`;
}
/** Makes a new error: Node's own quotes the path of the program; its code says why it did not start. */
const notStarted = (error, file) => {
	const code = codeClause(error);
	return systemCode(error) === "E2BIG" ? new ClawError("COMMAND_FAILED", `The shell ${file} could not be started${code}: the environment is larger than the system allows.`, { remedy: "Inject fewer or shorter secrets, or set fewer variables." }) : new ClawError("COMMAND_FAILED", `The shell ${file} could not be started${code}.`);
};
function start({ shell, env }, path) {
	try {
		return spawn(shell.file, shell.argumentsFor(path), {
			env: { ...env },
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			],
			detached: process.platform !== "win32",
			windowsHide: true,
			windowsVerbatimArguments: shell.verbatim
		});
	} catch (error) {
		throw notStarted(error, shell.file);
	}
}
/** Reads no faster than `take` can: a script must not fill our memory if the log is read slowly. */
function read(stream, take) {
	stream?.on("data", (chunk) => {
		const full = take(chunk);
		if (full === void 0) return;
		stream.pause();
		const goOn = () => stream.resume();
		full.then(goOn, goOn);
	});
}
const isWaiting = ({ stdout, stderr }) => [stdout, stderr].some((stream) => stream?.isPaused() === true);
/** Resolves with the exit code of the shell, once its output has ended. */
function ended(child, file, drainMs) {
	return new Promise((resolve, reject) => {
		let drain;
		const cutOff = () => {
			if (isWaiting(child)) {
				drain = setTimeout(cutOff, drainMs);
				return;
			}
			signalAll(child, "SIGKILL");
			child.stdout?.destroy();
			child.stderr?.destroy();
		};
		child.on("error", (error) => reject(notStarted(error, file)));
		child.on("exit", () => {
			drain = setTimeout(cutOff, drainMs);
		});
		child.on("close", (code, signal) => {
			clearTimeout(drain);
			resolve(signal === null ? code ?? NaN : 128 + constants$1.signals[signal]);
		});
	});
}
async function runFile(script, path) {
	let child;
	const forward = (signal) => {
		if (child !== void 0) signalAll(child, signal);
	};
	for (const signal of SIGNALS) process.on(signal, forward);
	try {
		child = start(script, path);
		read(child.stdout, script.onStdout);
		read(child.stderr, script.onStderr);
		return await ended(child, script.shell.file, script.drainMs ?? DRAIN_MS);
	} finally {
		if (child !== void 0 && process.platform !== "win32") signalAll(child, "SIGKILL");
		for (const signal of SIGNALS) process.off(signal, forward);
	}
}
/** Makes a folder that only its owner can read, as mkdtemp does. */
function privateFolder() {
	const temporary = process.env["RUNNER_TEMP"] ?? "";
	try {
		return mkdtempSync(join(temporary === "" ? tmpdir() : temporary, "open-claw-"));
	} catch (error) {
		throw new ClawError("RUNNER_CONTRACT", `The script could not be written to ${temporary === "" ? "the folder for temporary files" : "RUNNER_TEMP"}${codeClause(error)}.`);
	}
}
/**
* Runs `script` from a private file with exactly `env`; every byte it prints goes to the callbacks and
* nowhere else. Resolves with its exit code. The rest of its process group is killed. Throws COMMAND_FAILED if
* the shell cannot be started, and RUNNER_CONTRACT if no file can be written.
*/
async function runScript(script) {
	const folder = privateFolder();
	try {
		const path = join(folder, `script${script.shell.extension}`);
		writeFileSync(path, script.shell.fileText(script.script), {
			mode: 384,
			flag: "wx"
		});
		return await runFile(script, path);
	} finally {
		rmSync(folder, {
			recursive: true,
			force: true
		});
	}
}
// packages/ci/src/script/shell.ts
const POWERSHELL = {
	arguments: `-command ". '{0}'"`,
	extension: ".ps1",
	before: `$ErrorActionPreference = 'stop'`,
	after: "if ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }"
};
const unixPlaces = (name) => [
	"/bin",
	"/usr/bin",
	"/usr/local/bin",
	"/opt/homebrew/bin",
	"/run/current-system/sw/bin"
].map((folder) => `${folder}/${name}`);
const SHELLS = /* @__PURE__ */ new Map([
	["bash", {
		arguments: "--noprofile --norc -e -o pipefail {0}",
		extension: ".sh",
		places: {
			posix: unixPlaces("bash"),
			win32: [String.raw`C:\Program Files\Git\bin\bash.exe`]
		}
	}],
	["sh", {
		arguments: "-e {0}",
		extension: ".sh",
		places: {
			posix: unixPlaces("sh"),
			win32: [String.raw`C:\Program Files\Git\bin\sh.exe`]
		}
	}],
	["python", {
		arguments: "{0}",
		extension: ".py",
		places: {
			posix: [...unixPlaces("python3"), ...unixPlaces("python")],
			win32: [String.raw`C:\Windows\py.exe`]
		}
	}],
	["pwsh", {
		...POWERSHELL,
		places: {
			posix: [
				...unixPlaces("pwsh"),
				"/opt/microsoft/powershell/7/pwsh",
				"/snap/bin/pwsh"
			],
			win32: [String.raw`C:\Program Files\PowerShell\7\pwsh.exe`]
		}
	}],
	["powershell", {
		...POWERSHELL,
		places: {
			posix: [],
			win32: [String.raw`C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe`]
		}
	}],
	["cmd", {
		arguments: "/D /E:ON /V:OFF /S /C \"CALL \"{0}\"\"",
		extension: ".cmd",
		before: "@echo off",
		verbatim: true,
		places: {
			posix: [],
			win32: [String.raw`C:\Windows\System32\cmd.exe`]
		}
	}]
]);
/** Tried in this order if no shell is named. The runner falls back to sh, which has no pipefail: a pipe with a failed first half would pass. */
const DEFAULTS = {
	posix: ["bash"],
	win32: ["pwsh", "powershell"]
};
const THIS_MACHINE = {
	system: process.platform === "win32" ? "win32" : "posix",
	exists: existsSync
};
const invalid = (problem, remedy) => new ClawError("INPUT_INVALID", `Input shell: ${problem}`, { remedy });
/** Splits at spaces; double quotes keep a word together, and there are no escapes. */
function splitWords(text) {
	if (text.split("\"").length % 2 === 0) throw invalid("a double quote is not closed.");
	return [...text.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll("\"", ""));
}
/** Returns the name of a program, in any folder, by which the table has its facts. */
const shellName = (program, { system }) => (system === "win32" ? win32 : posix).basename(program).toLowerCase().replace(/\.exe$/, "");
function locate(name, { system, exists }) {
	return SHELLS.get(name)?.places[system].find(exists);
}
/** Returns the program that a shell input names: a name in the table, or an absolute path. */
function findProgram(program, machine) {
	const shown = printable(program);
	if ((machine.system === "win32" ? win32 : posix).isAbsolute(program)) {
		if (machine.exists(program)) return program;
		throw invalid(`there is no program ${shown}.`);
	}
	const found = locate(program, machine);
	if (found !== void 0) return found;
	const places = SHELLS.get(program)?.places[machine.system] ?? [];
	throw invalid(places.length === 0 ? `"${shown}" is no shell of this system, and PATH is not searched.` : `"${shown}" is at none of ${places.join(", ")}, and PATH is not searched.`, `Write its absolute path, as in /path/to/${shown} {0}.`);
}
function shellWith(program, template, machine) {
	const file = findProgram(program, machine);
	const fact = SHELLS.get(shellName(program, machine));
	const verbatim = machine.system === "win32" && fact?.verbatim === true;
	const lineEnd = machine.system === "win32" ? "\r\n" : "\n";
	const quoted = (path) => fact?.extension === POWERSHELL.extension ? path.replaceAll("'", "''") : path;
	const words = verbatim ? [template] : splitWords(template);
	return {
		file,
		extension: fact?.extension ?? "",
		verbatim,
		argumentsFor: (path) => words.map((word) => word.replaceAll("{0}", () => quoted(path))),
		fileText: (script) => {
			return `${[
				fact?.before,
				script,
				fact?.after
			].filter((part) => part !== void 0).join("\n")}\n`.replaceAll("\r\n", "\n").replaceAll("\n", lineEnd);
		}
	};
}
function defaultShell(machine) {
	const names = DEFAULTS[machine.system];
	const name = names.find((candidate) => locate(candidate, machine) !== void 0);
	if (name !== void 0) return name;
	throw invalid(`there is no ${names.join(" and no ")} here.`, "Name another: sh, python, or a template with {0}.");
}
/**
* Returns the shell that `text` names, as `shell` of a workflow's `run` does: a name, or a program and
* arguments with `{0}` for the script. Without `text` it is the default of the system. Throws INPUT_INVALID.
*/
function parseShell(text, machine = THIS_MACHINE) {
	const named = text ?? defaultShell(machine);
	const [, first = "", rest] = /^("[^"]*"|\S+)\s*(\S.*)?$/s.exec(named.trim()) ?? [];
	const program = first.replaceAll("\"", "");
	const template = rest ?? SHELLS.get(shellName(program, machine))?.arguments ?? "";
	if (template.includes("{0}")) return shellWith(program, template, machine);
	throw invalid(`"${printable(named)}" does not say where the script goes.`, `Write ${[...SHELLS.keys()].join(", ")}, or a template with {0}.`);
}
export { parseShell, runScript };
