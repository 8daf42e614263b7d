import { __name } from "./rolldown-runtime.mjs";
import { ClawError, isJsonObject, line, parseJson, printable, printableText } from "./core.mjs";
import { array, literal, nonEmpty, object, picklist, pipe, safeParse, string } from "./vendor-valibot.mjs";
import { checkProxy, logRequests, systemClock } from "./net.mjs";
import { debug, error, getInput, info, notice, setSecret, warning } from "./vendor-actions-core.mjs";
import http from "node:http";
import { appendFileSync, chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { dirname, posix } from "node:path";
import { randomUUID } from "node:crypto";
// packages/ci/src/process/harmless-line.ts
/** Returns one line in which no name can smuggle a command to a CI that reads the output. */
const harmlessLine = (line) => printableText(line).replace(/^\s*::/, ": :");
// packages/ci/src/process/masked-lines.ts
/** Returns the lines of a value to mask: a CI registers each line, and a raw line break would end its command. */
const maskedLines = (value) => [...new Set(value.split(/\r\n|\r|\n/))].filter((line) => line.trim() !== "");
// packages/ci/src/github/environment.ts
/** Returns the value of a variable that every step has. Throws RUNNER_CONTRACT. */
function variable(name) {
	const value = process.env[name];
	if (value === void 0 || value === "") throw new ClawError("RUNNER_CONTRACT", `${name} is not set: this runs as a step of a GitHub Actions workflow.`);
	return value;
}
/** Returns the workspace, absolute. */
const workspace = () => variable("GITHUB_WORKSPACE");
/** Returns the path of a file command; the runner makes the file for each step. Throws RUNNER_CONTRACT. */
function commandFile(name) {
	const path = variable(name);
	if (!existsSync(path)) throw new ClawError("RUNNER_CONTRACT", `The file that ${name} names does not exist.`);
	return path;
}
/** Checks that the runner takes answers, before there are any. Throws RUNNER_CONTRACT. */
function checkAnswerFiles() {
	for (const name of ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"]) commandFile(name);
}
/** Says whether the job runs with debug logging, which the runner tells every step. */
const isDebugging = () => process.env["RUNNER_DEBUG"] === "1";
// packages/ci/src/github/commands.ts
/**
* Returns NAME<<DELIMITER blocks for one append. @actions/core appends once for each output, so a step killed
* in between would leave some of them behind: here it is all or none.
*/
function fileCommand(values) {
	return Object.entries(values).map(([name, value]) => {
		const delimiter = `ghadelimiter_${randomUUID()}`;
		if (!/^[A-Za-z_][\w-]*$/.test(name) || value.includes(delimiter)) throw new ClawError("INTERNAL", `The output "${printable(name)}" cannot be written.`);
		return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
	}).join("");
}
/** Sets all outputs at once. */
function setOutputs(outputs) {
	appendFileSync(commandFile("GITHUB_OUTPUT"), fileCommand(outputs));
}
/** Sets variables for every later step of the job, at once. */
function exportVariables(variables) {
	appendFileSync(commandFile("GITHUB_ENV"), fileCommand(variables));
}
/** Keeps a value for the `post` of this step. It is stored in a file of the runner: never a token or a secret. */
function saveState(name, value) {
	if ((process.env["GITHUB_STATE"] ?? "") === "") return;
	appendFileSync(commandFile("GITHUB_STATE"), fileCommand({ [name]: value }));
}
/** Returns what `main` of this step kept for its `post`. */
function savedState(name) {
	const value = process.env[`STATE_${name}`];
	return value === "" ? void 0 : value;
}
/** Hides a value from the log, line by line. */
function maskValue(value) {
	for (const line of maskedLines(value)) setSecret(line);
}
/**
* Hides one line of a value for the command line: its stdout is for programs, and without a runner to read it,
* a mask command would show the very value that it hides.
*/
function maskLineOnStderr(line) {
	if (process.env["GITHUB_ACTIONS"] === "true") process.stderr.write(`::add-mask::${line.replaceAll("%", "%25")}\n`);
}
const ANNOTATE = {
	notice,
	warning,
	error
};
/** Annotates the run. Titles are not masked by the runner: pass constants only. */
function annotate(level, title, message) {
	ANNOTATE[level](message, { title });
}
/** Prints one line to the log. */
const log = (line) => info(harmlessLine(line));
/** Prints one line on stderr that is not a result: the command line keeps stdout for results. */
const logProgress = (line) => {
	process.stderr.write(`${harmlessLine(line)}\n`);
};
/** Prints one line that the runner shows only with debug logging. */
const debugLine = (line) => debug(printable(line));
// packages/ci/src/process/reporting-clock.ts
/** Shorter waits are over before anyone reads about them. Milliseconds. */
const REPORTED_FROM = 2e3;
/** Returns the system's clock, which reports long waits: a person would wonder about them. */
const reportingClock = (progress) => ({
	now: () => systemClock.now(),
	sleep(milliseconds, why) {
		if (milliseconds >= REPORTED_FROM) progress(line`Waiting ${Math.round(milliseconds / 1e3)} s before trying again: ${printable(why)}.`);
		return systemClock.sleep(milliseconds, why);
	}
});
// packages/ci/src/github/announcements.ts
/** Limits of GITHUB_ARTIFACTS: subjects per job, bytes per step. */
const MAX_ANNOUNCED = 500;
const MAX_ANNOUNCED_BYTES = 1048576;
const Announced = object({
	version: literal(1),
	subjects: array(object({
		name: pipe(string(), nonEmpty()),
		digest: pipe(string(), nonEmpty()),
		kind: picklist(["file", "oci"])
	}))
});
/** Returns the subjects that earlier steps announced: none if the runner does not offer the list. Throws RUNNER_CONTRACT. */
function announcedSubjects() {
	const path = process.env["GITHUB_ARTIFACTS_LIST"];
	if (path === void 0 || path === "" || !existsSync(path) || statSync(path).size === 0) return [];
	const result = safeParse(Announced, parseJson(readFileSync(path), "GITHUB_ARTIFACTS_LIST"));
	if (!result.success) throw new ClawError("RUNNER_CONTRACT", "GITHUB_ARTIFACTS_LIST has an unknown format.", { remedy: "Name the artifacts by input." });
	return result.output.subjects;
}
/** Returns the line of a subject, with its scheme, so that a file cannot look like an image or a comment. */
const announcement = ({ name, digest, kind }) => kind === "oci" ? `oci://${name}@${digest}` : `file://${name}`;
/** Returns the runner's name of a subject: for a file, only the last part of its path. */
const announcedName = ({ name, kind }) => kind === "oci" ? name : posix.basename(name);
/** Says whether the runner will take `subjects` beside `known`: it fails a step that exceeds its limits or gives one name two digests. */
function canAnnounce(subjects, known) {
	for (const subject of subjects) {
		const name = announcedName(subject);
		if ((known.get(name) ?? subject.digest) !== subject.digest) return false;
		known.set(name, subject.digest);
	}
	const text = subjects.map(announcement).join("\n");
	return known.size <= MAX_ANNOUNCED && Buffer.byteLength(text) < MAX_ANNOUNCED_BYTES && subjects.every((subject) => !/[\r\n=]|\s$/.test(announcement(subject)));
}
/**
* Announces what was signed to later steps, if the runner offers it: all or, if the runner would not take all,
* nothing, since a later step would take a part for the whole. Returns whether it did.
*/
function announceSubjects(subjects) {
	const path = process.env["GITHUB_ARTIFACTS"];
	if (path === void 0 || path === "" || subjects.length === 0) return false;
	if (!canAnnounce(subjects, new Map(announcedSubjects().map((subject) => [announcedName(subject), subject.digest])))) return false;
	appendFileSync(path, `${subjects.map(announcement).join("\n")}\n`);
	return true;
}
// packages/ci/src/github/step-files.ts
/** Variables that name the files that the runner reads once the step has ended. */
const ANSWER_FILES = [
	"GITHUB_ENV",
	"GITHUB_PATH",
	"GITHUB_OUTPUT",
	"GITHUB_STATE",
	"GITHUB_STEP_SUMMARY",
	"GITHUB_ARTIFACTS"
];
/** Later steps read the list, and no step may write it. */
const STEP_FILES = [...ANSWER_FILES, "GITHUB_ARTIFACTS_LIST"];
function readContent(path) {
	const stats = lstatSync(path, { throwIfNoEntry: false });
	return stats?.isFile() === true ? {
		bytes: readFileSync(path),
		mode: stats.mode & 511
	} : void 0;
}
function isUnchanged({ path, content }) {
	try {
		const stats = lstatSync(path, { throwIfNoEntry: false });
		if (stats === void 0 || content === void 0) return stats === content;
		if (!stats.isFile() || (stats.mode & 511) !== content.mode) return false;
		return stats.size === content.bytes.length && readFileSync(path).equals(content.bytes);
	} catch {
		return false;
	}
}
/** Restores the folder of the files, if the script removed it or locked us out. */
function reopen(folder) {
	mkdirSync(folder, { recursive: true });
	const mode = statSync(folder).mode & 511;
	if ((mode & 448) !== 448) chmodSync(folder, mode | 448);
}
/** Removes a file or folder. Renames it first: a folder may resist being emptied, but not being renamed. */
function remove(path) {
	if (lstatSync(path, { throwIfNoEntry: false }) === void 0) return;
	const aside = `${path}-${randomUUID()}`;
	renameSync(path, aside);
	try {
		rmSync(aside, {
			recursive: true,
			force: true
		});
	} catch {}
}
/** Restores a file, and returns whether it could. Removes first: a link in its place would redirect the bytes. */
function restore$1({ path, content }) {
	try {
		reopen(dirname(path));
		remove(path);
		if (content !== void 0) writeFileSync(path, content.bytes, {
			flag: "wx",
			mode: content.mode
		});
		return true;
	} catch {
		return false;
	}
}
__name(restore$1, "restore");
/**
* Remembers the content of the files of this step. The returned function restores each one that has changed
* since, and returns their names. One that resists does not keep the others from being restored.
*/
function watchStepFiles() {
	const files = STEP_FILES.map((name) => ({
		name,
		path: process.env[name] ?? ""
	})).filter(({ path }) => path !== "").map((file) => ({
		...file,
		content: readContent(file.path)
	}));
	return () => {
		return files.filter((file) => !isUnchanged(file)).map((file) => restore$1(file) ? file.name : `${file.name} (not put back)`);
	};
}
/** Names in upper case; one that ends in `*` is a prefix. */
const WITHHELD_VARIABLES = [
	{
		names: ["ACTIONS_*"],
		reason: "tokens of the job: anyone who holds them can mint its identity or write to its cache and artifacts"
	},
	{
		names: ["INPUT_*", "STATE_*"],
		reason: "inputs and state of this action"
	},
	{
		names: ANSWER_FILES,
		reason: "files that outlive the command: a secret in them bypasses the redactor, and a line in them steers later steps"
	}
].flatMap(({ names }) => names);
// packages/ci/src/github/run.ts
const MAX_EVENT_BYTES = 33554432;
/** Returns the id of the run, for names in the logs of others; `0` if there is none. Never trusted. */
function runId() {
	const id = process.env["GITHUB_RUN_ID"] ?? "";
	return /^[0-9]{1,20}$/.test(id) ? id : "0";
}
/** Returns what the environment says about the machine. Never trusted: see RunnerFacts. */
function runnerFacts(environment) {
	const text = (name) => {
		const value = environment[name];
		return value === void 0 || !/^[\w.+-]{1,64}$/.test(value) ? void 0 : value;
	};
	return {
		os: text("RUNNER_OS") ?? process.platform,
		arch: text("RUNNER_ARCH") ?? process.arch,
		image: text("ImageOS"),
		imageVersion: text("ImageVersion"),
		uid: process.geteuid?.(),
		dockerSocket: existsSync("/var/run/docker.sock")
	};
}
/** Reads the event that started the workflow. Throws RUNNER_CONTRACT or JSON_INVALID. */
function eventPayload() {
	const path = variable("GITHUB_EVENT_PATH");
	if (!existsSync(path) || statSync(path).size > MAX_EVENT_BYTES) throw new ClawError("RUNNER_CONTRACT", "The event file of the runner is absent or too large.");
	const event = parseJson(readFileSync(path), "The event file of the runner");
	if (!isJsonObject(event)) throw new ClawError("RUNNER_CONTRACT", "The event file of the runner is not a JSON object.");
	return event;
}
/** Returns the platform's facts about the run; it sets these last, over those of a workflow or an earlier step. Throws RUNNER_CONTRACT. */
function runVariables() {
	return {
		eventName: variable("GITHUB_EVENT_NAME"),
		repositoryId: variable("GITHUB_REPOSITORY_ID"),
		sha: variable("GITHUB_SHA"),
		ref: process.env["GITHUB_REF"] ?? "",
		headRef: process.env["GITHUB_HEAD_REF"] ?? "",
		baseRef: process.env["GITHUB_BASE_REF"] ?? ""
	};
}
/** Reads the event that started the run. Throws RUNNER_CONTRACT or JSON_INVALID. */
const runEvent = () => ({
	facts: runVariables(),
	payload: eventPayload()
});
/** Says whether an event started this process; at a keyboard none did. */
const hasEvent = () => (process.env["GITHUB_EVENT_NAME"] ?? "") !== "";
/** Returns the run around a step of an action. */
const stepRun = (environment) => ({
	runId,
	runner: () => runnerFacts(environment),
	event: runEvent,
	withheld: WITHHELD_VARIABLES
});
/** Returns the run around a command line, which may also have been started at a keyboard. */
const surroundingRun = (environment) => ({
	...stepRun(environment),
	event: () => hasEvent() ? runEvent() : void 0
});
// packages/ci/src/github/summary.ts
/** The runner refuses a summary of a step over 1 MiB. */
const MAX_SUMMARY_BYTES = 1048512;
const CUT = "\n\n… cut at the limit of a summary.\n";
/** Appends to the summary of the step; text over the limit is cut at the end of a line. Throws RUNNER_CONTRACT. */
function appendSummary(markdown) {
	const bytes = Buffer.from(markdown);
	const text = bytes.length <= MAX_SUMMARY_BYTES ? markdown : bytes.subarray(0, bytes.lastIndexOf("\n", 1048477)).toString("utf8") + CUT;
	appendFileSync(commandFile("GITHUB_STEP_SUMMARY"), `${text}\n`);
}
// packages/ci/src/github/github-host.ts
/** Returns the host of an action. `identify` adds what GitHub vouches for. */
function githubHost(safe, identify) {
	const step = {
		...safe,
		...stepRun(safe.environment),
		input: (name) => getInput(name),
		workspace,
		announced: announcedSubjects,
		savedState,
		checkAnswers: checkAnswerFiles,
		setOutputs,
		exportVariables,
		saveState,
		writeSummary: appendSummary,
		announce: announceSubjects,
		watchAnswers: watchStepFiles,
		mask: maskValue,
		log,
		progress: logProgress,
		debug: debugLine,
		annotate,
		clock: reportingClock(logProgress)
	};
	return {
		...step,
		...identify(step)
	};
}
// packages/ci/src/plain/plain-host.ts
/** Answers that are not collected: a command prints its results itself, and nothing runs at the end of a job. */
const ANSWERS = {
	checkAnswers: () => void 0,
	setOutputs: () => void 0,
	exportVariables: () => {
		throw new ClawError("RUNNER_CONTRACT", "There is no CI here to take variables for later steps.");
	},
	saveState: () => void 0,
	writeSummary: () => void 0,
	announce: () => false,
	watchAnswers: () => () => []
};
/** Returns the host of a command line. It has no inputs: see `withInputs`. */
function plainHost(safe, { folder, err, maskLine, run }, identify) {
	const printLine = (line) => err(`${harmlessLine(line)}\n`);
	const step = {
		...safe,
		...run,
		...ANSWERS,
		input: () => "",
		workspace: folder,
		announced: () => [],
		savedState: () => void 0,
		mask: (value) => {
			for (const line of maskedLines(value)) maskLine(line);
		},
		log: printLine,
		progress: printLine,
		debug: (line) => printLine(`debug: ${line}`),
		annotate: (level, title, message) => printLine(`${level}: ${title}: ${message}`),
		clock: reportingClock(printLine)
	};
	return {
		...step,
		...identify(step)
	};
}
/** Returns the host with `values` as inputs: a command line has options of the same names. */
const withInputs = (host, values) => ({
	...host,
	input: (name) => (values.get(name) ?? "").trim()
});
// packages/ci/src/process/common-client-reads.ts
const COMMON_CLIENT_READS = {
	variables: [
		{
			reader: "all that look into the home of the user",
			names: [
				"HOME",
				"USERPROFILE",
				"HOMEDRIVE",
				"HOMEPATH",
				"APPDATA",
				"LOCALAPPDATA",
				"PROGRAMDATA",
				"PROGRAMFILES"
			],
			decides: [
				"identity",
				"host",
				"program"
			],
			fate: "ambient"
		},
		{
			reader: "the clients of Azure, gRPC, @actions/http-client and Node.js",
			names: [
				"HTTP_PROXY",
				"ALL_PROXY",
				"NODE_USE_ENV_PROXY"
			],
			decides: ["transport"],
			fate: "never"
		},
		{
			reader: "debug, retry-request, readable-stream, undici, minimatch, yaml, the clients of the clouds",
			names: [
				"DEBUG*",
				"JEST_WORKER_ID",
				"LOG_STREAM",
				"LOG_TOKENS",
				"NODE_DEBUG",
				"NODE_V8_COVERAGE",
				"READABLE_STREAM",
				"UNDICI_NO_FG",
				"__MINIMATCH_TESTING_PLATFORM__"
			],
			decides: ["log"],
			fate: "never"
		},
		{
			reader: "Node.js",
			names: ["NODE_TLS_REJECT_UNAUTHORIZED"],
			decides: ["trust"],
			fate: "never"
		},
		{
			reader: "supports-color, commander",
			names: [
				"CI_NAME",
				"CLICOLOR_FORCE",
				"TEAMCITY_VERSION",
				"TERM_PROGRAM*"
			],
			decides: ["nothing of these"],
			fate: "never"
		},
		{
			reader: "supports-color, commander",
			names: ["NO_COLOR", "FORCE_COLOR"],
			decides: ["nothing of these"],
			fate: "heeded"
		},
		{
			reader: "every client of ours",
			names: ["HTTPS_PROXY", "NO_PROXY"],
			decides: ["transport"],
			fate: "heeded"
		},
		{
			reader: "Node.js, when the process starts",
			names: [
				"NODE_EXTRA_CA_CERTS",
				"NODE_USE_SYSTEM_CA",
				"SSL_CERT_FILE",
				"SSL_CERT_DIR"
			],
			decides: ["trust"],
			fate: "heeded"
		}
	],
	files: [],
	takenFromCommands: ["NODE_TLS_REJECT_UNAUTHORIZED"]
};
// packages/ci/src/process/process-environment.ts
/**
* Variables that stay, in upper case: what the runner and the workflow tell an action, what the operating system
* and Node.js need, and how this machine reaches the network. Not `ACTIONS_*`: their holder can request the
* identity of the job, so no program that a client starts may inherit them.
*/
const KEPT = [
	[
		"GITHUB_*",
		"RUNNER_*",
		"INPUT_*",
		"STATE_*",
		"CI"
	],
	[
		"PATH",
		"PATHEXT",
		"COMSPEC",
		"SYSTEMROOT",
		"SYSTEMDRIVE",
		"WINDIR",
		"TEMP",
		"TMP",
		"TMPDIR"
	],
	[
		"LANG",
		"LANGUAGE",
		"LC_*",
		"TZ",
		"TERM",
		"COLORTERM",
		"COLUMNS",
		"LINES"
	],
	["UV_THREADPOOL_SIZE"],
	COMMON_CLIENT_READS.variables.flatMap(({ names, fate }) => fate === "heeded" ? names : [])
].flat();
/** Matches without case: Windows ignores it, and some clients read two spellings. */
const matches = (name, patterns) => {
	const folded = name.toUpperCase();
	return patterns.some((pattern) => pattern.endsWith("*") ? folded.startsWith(pattern.slice(0, -1)) : folded === pattern);
};
/** A device, below which no file can exist. */
const NO_HOME = {
	HOME: devNull,
	USERPROFILE: devNull
};
const without = (variables, patterns) => Object.fromEntries(Object.entries(variables).filter(([name]) => !matches(name, patterns)));
/** Node.js reads it at its start, and then sends `fetch` and requests of clients without an agent through a proxy. */
const ENV_PROXY = "NODE_USE_ENV_PROXY";
/** Removes that proxy again. Node.js does so only if it is given a proxy that every host bypasses. */
function forgetStartProxy() {
	const none = "http://127.0.0.1";
	http.setGlobalProxyFromEnv({
		http_proxy: none,
		https_proxy: none,
		no_proxy: "*"
	});
}
/** Inputs, which may hold a key; all are read before a client could start a program. */
const READ_BY_NOW = ["INPUT_*", "STATE_*"];
/** Restores variables. The credential chains of AWS and Azure start programs, which inherit what is left. */
function restore(job, names) {
	for (const name of Object.keys(process.env)) if (matches(name, READ_BY_NOW)) delete process.env[name];
	for (const name of Object.keys(NO_HOME)) delete process.env[name];
	for (const [name, value] of Object.entries(job)) if (matches(name, names)) process.env[name] = value;
}
/**
* Removes from our process what is not known to be harmless; once, and before any client is loaded. `clients`
* says what may be restored if `credentials: ambient` asks for the machine's credentials.
*/
function isolateEnvironment(clients) {
	const job = without(process.env, clients.flatMap(({ takenFromCommands = [] }) => takenFromCommands));
	const ambient = clients.flatMap(({ variables }) => variables).flatMap(({ names, fate }) => fate === "ambient" ? names : []);
	if (process.env[ENV_PROXY] !== void 0) forgetStartProxy();
	for (const name of Object.keys(process.env)) if (!matches(name, KEPT)) delete process.env[name];
	Object.assign(process.env, NO_HOME);
	return {
		environment: job,
		admitMachineCredentials: () => restore(job, ambient)
	};
}
// packages/ci/src/process/frame.ts
/** Returns class and place of an unexpected error. Its message may hold a request with a token, so it is not shown. */
function describeUnexpected(error) {
	if (!(error instanceof Error)) return typeof error;
	const place = /([\w.-]+\.(?:mjs|ts|js):\d+:\d+)/.exec(error.stack ?? "")?.[1];
	return `${/^\w{1,64}$/.test(error.name) ? error.name : "Error"}${place === void 0 ? "" : ` at ${place}`}`;
}
const known = (error) => error instanceof ClawError ? error : new ClawError("INTERNAL", `Something unexpected failed (${describeUnexpected(error)}).`);
/** Exits once all output is flushed: open sockets of a cloud client must not keep a finished step alive. */
function exit(code) {
	process.exitCode = code;
	process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}
/** Makes the process safe for `main` and ends it with its exit code. A crash must not look like success. */
async function runProgram({ clients, requestIds, makeHost, main, report, crashed, debugging }) {
	const host = makeHost(isolateEnvironment(clients));
	if (debugging) logRequests(host.debug, requestIds);
	process.exitCode = crashed;
	for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, (error) => {
		report(known(error), host);
		exit(crashed);
	});
	try {
		checkProxy();
		const code = await main(host);
		exit(code === void 0 ? 0 : Number.isInteger(code) ? Number(code) : crashed);
	} catch (error) {
		exit(report(known(error), host));
	}
}
export { COMMON_CLIENT_READS, githubHost, isDebugging, maskLineOnStderr, plainHost, runProgram, surroundingRun, withInputs };
