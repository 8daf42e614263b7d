import "./rolldown-runtime.mjs";
import { debug, error, getInput, info, notice, setSecret, warning } from "./vendor-actions-core.mjs";
import { ClawError, errorLine, isJsonObject, parseJson, printable, printableText, systemClock } from "./core.mjs";
import { array, literal, nonEmpty, object, picklist, pipe, safeParse, string } from "./vendor-valibot.mjs";
import { checkProxy, logRequests } from "./net.mjs";
import { writeErrorSummary } from "./reports.mjs";
import http from "node:http";
import { appendFileSync, chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { constants as constants$2, devNull, tmpdir } from "node:os";
import { dirname, join, posix, win32 } from "node:path";
import { randomUUID } from "node:crypto";
import { spawn } from "node:child_process";
// packages/ci/src/process/client-variables.ts
const CLIENT_VARIABLES = [
	{
		reader: "Google clients (google-gax)",
		names: ["GOOGLE_API_USE_CLIENT_CERTIFICATE"],
		decides: [
			"program",
			"identity",
			"host"
		],
		fate: "never"
	},
	{
		reader: "Google clients (google-gax)",
		names: ["GOOGLE_API_USE_MTLS_ENDPOINT", "GOOGLE_CLOUD_UNIVERSE_DOMAIN"],
		decides: ["host"],
		fate: "never"
	},
	{
		reader: "Google clients (google-gax)",
		names: [
			"GOOGLE_SDK_NODE_*",
			"GCP_CLIENT_*",
			"GCP_ARTIFACT",
			"SERVER_ADDRESS",
			"SERVER_PORT"
		],
		decides: ["log"],
		fate: "never"
	},
	{
		reader: "gRPC (@grpc/grpc-js)",
		names: ["GRPC_DEFAULT_SSL_ROOTS_FILE_PATH", "GRPC_SSL_CIPHER_SUITES"],
		decides: ["trust"],
		fate: "never"
	},
	{
		reader: "gRPC (@grpc/grpc-js)",
		names: [
			"GRPC_PROXY",
			"NO_GRPC_PROXY",
			"GRPC_NODE_USE_ALTERNATIVE_RESOLVER",
			"GRPC_EXPERIMENTAL_*"
		],
		decides: ["transport"],
		fate: "never"
	},
	{
		reader: "gRPC (@grpc/grpc-js)",
		names: [
			"GRPC_TRACE",
			"GRPC_VERBOSITY",
			"GRPC_NODE_TRACE",
			"GRPC_NODE_VERBOSITY",
			"GRPC_NODE_DEBUG_*"
		],
		decides: ["log"],
		fate: "never"
	},
	{
		reader: "google-auth-library",
		names: ["GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES"],
		decides: ["program"],
		fate: "never"
	},
	{
		reader: "google-auth-library",
		names: [
			"GOOGLE_APPLICATION_CREDENTIALS",
			"GOOGLE_API_CERTIFICATE_CONFIG",
			"CLOUDSDK_CONFIG"
		],
		decides: ["identity", "host"],
		fate: "ambient"
	},
	{
		reader: "google-auth-library",
		names: ["GOOGLE_CLOUD_QUOTA_PROJECT"],
		decides: ["nothing of these"],
		fate: "ambient"
	},
	{
		reader: "google-auth-library",
		names: [
			"GOOGLE_CLOUD_PROJECT",
			"GCLOUD_PROJECT",
			"DEBUG_AUTH"
		],
		decides: ["log"],
		fate: "never"
	},
	{
		reader: "gcp-metadata",
		names: [
			"GCE_METADATA_HOST",
			"GCE_METADATA_IP",
			"METADATA_SERVER_DETECTION",
			"DETECT_GCP_RETRIES"
		],
		decides: ["host", "identity"],
		fate: "ambient"
	},
	{
		reader: "gcp-metadata and google-auth-library",
		names: [
			"CLOUD_RUN_*",
			"FUNCTION_NAME",
			"FUNCTION_TARGET",
			"GAE_MODULE_NAME",
			"GAE_SERVICE",
			"K_CONFIGURATION",
			"K_SERVICE"
		],
		decides: ["identity"],
		fate: "ambient"
	},
	{
		reader: "AWS clients",
		names: [
			"AWS_ENDPOINT_URL*",
			"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
			"AWS_USE_DUALSTACK_ENDPOINT",
			"AWS_USE_FIPS_ENDPOINT",
			"AWS_S3_*"
		],
		decides: ["host"],
		fate: "never"
	},
	{
		reader: "AWS clients",
		names: [
			"AWS_AUTH_SCHEME_PREFERENCE",
			"AWS_BEARER_TOKEN_*",
			"AWS_SIGV4A_SIGNING_REGION_SET",
			"AWS_DISABLE_CLOCK_SKEW_CORRECTION"
		],
		decides: ["identity"],
		fate: "never"
	},
	{
		reader: "AWS clients",
		names: [
			"AWS_DEFAULTS_MODE",
			"AWS_ENABLE_*",
			"AWS_EXECUTION_ENV",
			"AWS_LAMBDA_*",
			"AWS_MAX_ATTEMPTS",
			"AWS_NEW_RETRIES_*",
			"AWS_RETRY_MODE",
			"AWS_SDK_*",
			"_X_AMZN_TRACE_ID"
		],
		decides: ["transport"],
		fate: "never"
	},
	{
		reader: "AWS clients",
		names: [
			"AWS_ACCESS_KEY_ID",
			"AWS_ACCOUNT_ID",
			"AWS_CREDENTIAL_EXPIRATION",
			"AWS_CREDENTIAL_SCOPE",
			"AWS_DEFAULT_REGION",
			"AWS_LOGIN_CACHE_DIRECTORY",
			"AWS_REGION",
			"AWS_ROLE_ARN",
			"AWS_ROLE_SESSION_NAME",
			"AWS_SECRET_ACCESS_KEY",
			"AWS_SESSION_TOKEN",
			"AWS_WEB_IDENTITY_TOKEN_FILE"
		],
		decides: ["identity"],
		fate: "ambient"
	},
	{
		reader: "AWS clients",
		names: [
			"AWS_CONFIG_FILE",
			"AWS_PROFILE",
			"AWS_SHARED_CREDENTIALS_FILE"
		],
		decides: [
			"identity",
			"host",
			"program"
		],
		fate: "ambient"
	},
	{
		reader: "AWS clients",
		names: ["AWS_CONTAINER_*", "AWS_EC2_METADATA_*"],
		decides: ["host", "identity"],
		fate: "ambient"
	},
	{
		reader: "Azure clients",
		names: ["AZURE_LOG_LEVEL", "AZURE_IDENTITY_*"],
		decides: ["log"],
		fate: "never"
	},
	{
		reader: "@azure/identity",
		names: [
			"AZURE_ADDITIONALLY_ALLOWED_TENANTS",
			"AZURE_CLIENT_*",
			"AZURE_CONFIG_DIR",
			"AZURE_FEDERATED_TOKEN_FILE",
			"AZURE_PASSWORD",
			"AZURE_TENANT_ID",
			"AZURE_TOKEN_CREDENTIALS",
			"AZURE_USERNAME"
		],
		decides: ["identity", "program"],
		fate: "ambient"
	},
	{
		reader: "@azure/identity",
		names: [
			"AZURE_AUTHORITY_HOST",
			"AZURE_KUBERNETES_*",
			"AZURE_POD_IDENTITY_AUTHORITY_HOST",
			"AZURE_REGIONAL_AUTHORITY_NAME",
			"IDENTITY_ENDPOINT",
			"IDENTITY_HEADER",
			"IDENTITY_SERVER_THUMBPRINT",
			"IMDS_ENDPOINT",
			"MSAL_FORCE_REGION",
			"MSI_ENDPOINT",
			"MSI_SECRET",
			"REGION_NAME"
		],
		decides: ["host", "identity"],
		fate: "ambient"
	},
	{
		reader: "our own client of Vault",
		names: ["VAULT_TOKEN", "BAO_TOKEN"],
		decides: ["identity"],
		fate: "ambient"
	},
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
		reader: "@sigstore/tuf",
		names: ["XDG_DATA_HOME"],
		decides: ["trust"],
		fate: "never"
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
];
// packages/ci/src/process/process-environment.ts
/**
* What stays, in upper case: what the runner and the workflow tell an action, what the operating system and
* Node.js need, and how this machine reaches the world. Not `ACTIONS_*`: who holds these can ask for the
* identity of the job, so no program that a client starts is to inherit them.
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
	CLIENT_VARIABLES.flatMap(({ names, fate }) => fate === "heeded" ? names : [])
].flat();
const AMBIENT = CLIENT_VARIABLES.flatMap(({ names, fate }) => fate === "ambient" ? names : []);
/**
* Taken from the command of the user as well. The first would let anyone on the way answer for a service; the
* second makes Google's clients print what they receive, secrets among it, in a form that no mask covers.
*/
const TAKEN_FROM_ALL = ["NODE_TLS_REJECT_UNAUTHORIZED", "GOOGLE_SDK_NODE_LOGGING"];
/** Without case: Windows knows none, and some clients read two spellings. */
const matches = (name, patterns) => {
	const folded = name.toUpperCase();
	return patterns.some((pattern) => pattern.endsWith("*") ? folded.startsWith(pattern.slice(0, -1)) : folded === pattern);
};
/** A device, below which no file can be. */
const NO_HOME = {
	HOME: devNull,
	USERPROFILE: devNull
};
const without = (variables, patterns) => Object.fromEntries(Object.entries(variables).filter(([name]) => !matches(name, patterns)));
/** Node.js reads it when it starts, and gives `fetch` and the requests of clients without an agent a proxy. */
const ENV_PROXY = "NODE_USE_ENV_PROXY";
/** Takes that proxy away again. Node.js does so for a proxy alone past which every host goes. */
function forgetStartProxy() {
	const none = "http://127.0.0.1";
	http.setGlobalProxyFromEnv({
		http_proxy: none,
		https_proxy: none,
		no_proxy: "*"
	});
}
let given;
/** Takes from our process what is not known to be harmless. Once, and before any client is loaded. */
function isolateEnvironment() {
	given ??= without(process.env, TAKEN_FROM_ALL);
	if (process.env[ENV_PROXY] !== void 0) forgetStartProxy();
	for (const name of Object.keys(process.env)) if (!matches(name, KEPT)) delete process.env[name];
	Object.assign(process.env, NO_HOME);
}
/** Inputs, which may hold a key, are read by the time that a client could start a program. */
const READ_BY_NOW = ["INPUT_*", "STATE_*"];
/**
* Gives back what names credentials of the machine, where `credentials: ambient` asks for them, to be called
* once inputs are read: chains of AWS and Azure start programs, which inherit what is left.
*/
function admitMachineCredentials() {
	if (given === void 0) return;
	for (const name of Object.keys(process.env)) if (matches(name, READ_BY_NOW)) delete process.env[name];
	for (const name of Object.keys(NO_HOME)) delete process.env[name];
	for (const [name, value] of Object.entries(given)) if (matches(name, AMBIENT)) process.env[name] = value;
}
/** The variables that the job set, for a command of the user. */
const jobEnvironment = () => given ?? process.env;
// packages/ci/src/github/environment.ts
const MAX_EVENT_BYTES = 33554432;
/** Limits of GITHUB_ARTIFACTS: subjects of a job, bytes of a step. */
const MAX_ANNOUNCED = 500;
const MAX_ANNOUNCED_BYTES = 1048576;
function variable(name) {
	const value = process.env[name];
	if (value === void 0 || value === "") throw new ClawError("RUNNER_CONTRACT", `${name} is not set: this runs as a step of a GitHub Actions workflow.`);
	return value;
}
/** The workspace, absolute. */
const workspace = () => variable("GITHUB_WORKSPACE");
/** The path of a file command; the runner makes the file for each step. Throws RUNNER_CONTRACT. */
function commandFile(name) {
	const path = variable(name);
	if (!existsSync(path)) throw new ClawError("RUNNER_CONTRACT", `The file that ${name} names does not exist.`);
	return path;
}
/** Whether the runner takes answers, to be known before there is one. Throws RUNNER_CONTRACT. */
function checkAnswerFiles() {
	for (const name of ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"]) commandFile(name);
}
/** The id of the run, for names in the logs of others; `0` where there is none. Never trusted. */
function runId() {
	const id = process.env["GITHUB_RUN_ID"] ?? "";
	return /^[0-9]{1,20}$/.test(id) ? id : "0";
}
/** What the environment says of the machine. Never trusted: see RunnerFacts. */
function runnerFacts() {
	const text = (name) => {
		const value = jobEnvironment()[name];
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
const Announced = object({
	version: literal(1),
	subjects: array(object({
		name: pipe(string(), nonEmpty()),
		digest: pipe(string(), nonEmpty()),
		kind: picklist(["file", "oci"])
	}))
});
/** Subjects that earlier steps announced: none where the runner does not offer the list. Throws RUNNER_CONTRACT. */
function announcedSubjects() {
	const path = process.env["GITHUB_ARTIFACTS_LIST"];
	if (path === void 0 || path === "" || !existsSync(path) || statSync(path).size === 0) return [];
	const result = safeParse(Announced, parseJson(readFileSync(path), "GITHUB_ARTIFACTS_LIST"));
	if (!result.success) throw new ClawError("RUNNER_CONTRACT", "GITHUB_ARTIFACTS_LIST has a form that is not known.", { remedy: "Name the artifacts by input." });
	return result.output.subjects;
}
/** With its scheme, so that a file cannot be named like an image or like a comment. */
const announcement = ({ name, digest, kind }) => kind === "oci" ? `oci://${name}@${digest}` : `file://${name}`;
/** The runner knows a file by the last part of its path alone. */
const announcedName = ({ name, kind }) => kind === "oci" ? name : posix.basename(name);
/** Whether the runner will take `subjects` beside `known`: it fails a step that goes over its limits or gives one name two digests. */
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
* Announces what was signed to later steps, where the runner offers it: all of it or, where the runner
* would not take all, none, since a later step would take a part for the whole. Says whether it did.
*/
function announceSubjects(subjects) {
	const path = process.env["GITHUB_ARTIFACTS"];
	if (path === void 0 || path === "" || subjects.length === 0) return false;
	if (!canAnnounce(subjects, new Map(announcedSubjects().map((subject) => [announcedName(subject), subject.digest])))) return false;
	appendFileSync(path, `${subjects.map(announcement).join("\n")}\n`);
	return true;
}
/** The event that started the workflow. Throws RUNNER_CONTRACT or JSON_INVALID. */
function eventPayload() {
	const path = variable("GITHUB_EVENT_PATH");
	if (!existsSync(path) || statSync(path).size > MAX_EVENT_BYTES) throw new ClawError("RUNNER_CONTRACT", "The event file of the runner is absent or too large.");
	const event = parseJson(readFileSync(path), "The event file of the runner");
	if (!isJsonObject(event)) throw new ClawError("RUNNER_CONTRACT", "The event file of the runner is not a JSON object.");
	return event;
}
/** What the platform says of the run; it sets these after what a workflow or an earlier step could. Throws RUNNER_CONTRACT. */
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
// packages/ci/src/github/commands.ts
/**
* NAME<<DELIMITER blocks for one append. @actions/core appends once for each output, so that a step
* killed in between would leave some of them behind: here all stand or none.
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
/** Keeps a value for the `post` of this very step. It lies in a file of the runner: never a token or a secret. */
function saveState(name, value) {
	if ((process.env["GITHUB_STATE"] ?? "") === "") return;
	appendFileSync(commandFile("GITHUB_STATE"), fileCommand({ [name]: value }));
}
/** What `main` of this step kept, for its `post`. */
function savedState(name) {
	const value = process.env[`STATE_${name}`];
	return value === "" ? void 0 : value;
}
let hide = setSecret;
/**
* For the command line: its stdout is for programs, and without a runner that reads it, a mask command
* would show the very value that it is to hide.
*/
function maskOnStderr() {
	hide = (line) => {
		if (process.env["GITHUB_ACTIONS"] === "true") process.stderr.write(`::add-mask::${line.replaceAll("%", "%25")}\n`);
	};
}
/** Hides a value from the log, line by line: the runner registers each line, and a raw line break would end the command. */
function maskValue(value) {
	for (const line of new Set(value.split(/\r\n|\r|\n/))) if (line.trim() !== "") hide(line);
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
/** Commands that a name could smuggle in are broken. A line is whole: what to do stands at its end. */
const harmless = (line) => printableText(line).replace(/^\s*::/, ": :");
/** One line in the log. */
const log = (line) => info(harmless(line));
/** One line in the log that is no result: the command line keeps its stdout for those. */
const logProgress = (line) => {
	process.stderr.write(`${harmless(line)}\n`);
};
/** One line that the runner shows with debug logging alone. */
const debugLine = (line) => debug(printable(line));
// packages/ci/src/github/inputs.ts
let source = getInput;
/** Reads inputs elsewhere from now on: the command line has options of the same names. */
function readInputsFrom(values) {
	source = (name) => (values.get(name) ?? "").trim();
}
/** The value, or undefined where the input was left out. */
function optionalInput(name) {
	const value = source(name);
	return value === "" ? void 0 : value;
}
/** The value. Throws INPUT_MISSING. */
function requiredInput(name) {
	const value = optionalInput(name);
	if (value === void 0) throw new ClawError("INPUT_MISSING", `Input ${name} is required and empty.`);
	return value;
}
/** The lines, trimmed, without blank ones. */
function listInput(name) {
	return source(name).split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}
/** One of `choices`, exactly; `fallback` where the input was left out. Throws INPUT_INVALID. */
function choiceInput(name, choices, fallback) {
	const value = optionalInput(name);
	if (value === void 0) return fallback;
	const choice = choices.find((candidate) => candidate === value);
	if (choice !== void 0) return choice;
	throw new ClawError("INPUT_INVALID", `Input ${name}: "${printable(value)}" is none of ${choices.join(", ")}.`);
}
// packages/ci/src/github/job-clock.ts
/** Shorter waits are over before anybody reads of them. Milliseconds. */
const TOLD_FROM = 2e3;
/** The system's clock, which tells of long waits. */
const jobClock = {
	now: () => systemClock.now(),
	sleep(milliseconds, why) {
		if (milliseconds >= TOLD_FROM) logProgress(`Waiting ${Math.round(milliseconds / 1e3)} s to ask again: ${why}.`);
		return systemClock.sleep(milliseconds, why);
	}
};
// packages/ci/src/github/run-action.ts
/** Class and place of an unexpected error. Its message may hold a request with a token in it, so it is not shown. */
function describeUnexpected(error) {
	if (!(error instanceof Error)) return typeof error;
	const place = /([\w.-]+\.(?:mjs|ts|js):\d+:\d+)/.exec(error.stack ?? "")?.[1];
	return `${/^\w{1,64}$/.test(error.name) ? error.name : "Error"}${place === void 0 ? "" : ` at ${place}`}`;
}
const known = (error) => error instanceof ClawError ? error : new ClawError("INTERNAL", `Something unexpected failed (${describeUnexpected(error)}).`);
function report(error) {
	const told = known(error);
	annotate("error", told.code, errorLine(told));
	writeErrorSummary(told);
	return 1;
}
/** For the command line, which tells of its own errors itself: what is left came before it, or was not expected. */
function reportTool(error) {
	const told = known(error);
	process.stderr.write(`${errorLine(told)}\n`);
	return told.exit;
}
/** Ends once what was printed has left the process: open sockets of a cloud client must not keep a finished step alive. */
function exit(code) {
	process.exitCode = code;
	process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}
/** Makes the process safe for `main` and ends it with its number. A crash outside of main, in a socket or a timer, must not look like success either. */
async function frame(main, crashed, tell, debug) {
	if (process.env["RUNNER_DEBUG"] === "1") logRequests(debug);
	isolateEnvironment();
	process.exitCode = crashed;
	for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, (error) => {
		tell(error);
		exit(crashed);
	});
	try {
		checkProxy();
		const code = await main();
		exit(code === void 0 ? 0 : Number.isInteger(code) ? Number(code) : crashed);
	} catch (error) {
		exit(tell(error));
	}
}
/** Runs `main` of an action; its number is the exit code. Any error is annotated with its code and ends in 1, never in 0. */
const runAction = (main) => frame(main, 1, report, debugLine);
/** Runs `main` of the command line; its number is the exit code. What it did not expect ends in 3. */
function runTool(main) {
	maskOnStderr();
	return frame(main, 3, reportTool, (line) => void process.stderr.write(`debug: ${line}\n`));
}
// packages/ci/src/github/step-files.ts
/** Variables that name what the runner reads once the step has ended. */
const ANSWER_FILES = [
	"GITHUB_ENV",
	"GITHUB_PATH",
	"GITHUB_OUTPUT",
	"GITHUB_STATE",
	"GITHUB_STEP_SUMMARY",
	"GITHUB_ARTIFACTS"
];
/** The list is read by later steps, and no step is to write it. */
const STEP_FILES = [...ANSWER_FILES, "GITHUB_ARTIFACTS_LIST"];
function contentOf(path) {
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
/** The folder of the files, where the script removed it or locked us out. */
function reopen(folder) {
	mkdirSync(folder, { recursive: true });
	const mode = statSync(folder).mode & 511;
	if ((mode & 448) !== 448) chmodSync(folder, mode | 448);
}
/** Out of the way first: a folder may refuse to be emptied, but not to be renamed. */
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
/** Removed first: writing through a link that was put there would write elsewhere. Says whether it could. */
function restore({ path, content }) {
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
/**
* Remembers what the files of this step hold. The function that it returns puts back each that has
* changed since, and returns the names of these. One that resists does not save the others.
*/
function watchStepFiles() {
	const files = STEP_FILES.map((name) => ({
		name,
		path: process.env[name] ?? ""
	})).filter(({ path }) => path !== "").map((file) => ({
		...file,
		content: contentOf(file.path)
	}));
	return () => {
		return files.filter((file) => !isUnchanged(file)).map((file) => restore(file) ? file.name : `${file.name} (not put back)`);
	};
}
// packages/ci/src/script/run-script.ts
/** How a step is cancelled: the runner signals our process only, so the script has to be told. */
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
/** How long what the script left behind may go on printing. The runner waits for so long, too. */
const DRAIN_MS = 5e3;
/** A process group of its own is signalled whole: a shell does not pass a signal on to the program that it waits for. */
function signalAll(child, signal) {
	if (child.pid === void 0) return;
	try {
		if (process.platform === "win32") child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {}
}
const codeOf = (error) => typeof error === "object" && error !== null && "code" in error ? ` (${String(error.code)})` : "";
/** What Node says of a program that it cannot start quotes its path; the code says why. */
const notStarted = (error, file) => {
	const what = `The shell ${file} could not be started${codeOf(error)}`;
	return codeOf(error) === " (E2BIG)" ? new ClawError("COMMAND_FAILED", `${what}: the environment is larger than the system allows.`, { remedy: "Inject fewer or shorter secrets, or set fewer variables." }) : new ClawError("COMMAND_FAILED", `${what}.`);
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
/** Reads no faster than `take` can: a script must not be able to fill our memory where the log is read slowly. */
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
/** Resolves with how the shell ended, once its output has. */
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
			resolve(signal === null ? code ?? NaN : 128 + constants$2.signals[signal]);
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
/** mkdtemp makes the folder for its owner alone. */
function privateFolder() {
	const temporary = process.env["RUNNER_TEMP"] ?? "";
	try {
		return mkdtempSync(join(temporary === "" ? tmpdir() : temporary, "open-claw-"));
	} catch (error) {
		throw new ClawError("RUNNER_CONTRACT", `The script could not be written to ${temporary === "" ? "the folder for temporary files" : "RUNNER_TEMP"}${codeOf(error)}.`);
	}
}
/**
* Runs `script` from a private file with exactly `env`; every byte it prints goes to the callbacks and
* nowhere else. Resolves with its exit code. What is left of its process group is killed. Throws
* COMMAND_FAILED where the shell cannot be started, and RUNNER_CONTRACT where no file can be written.
*/
async function runScript(script) {
	const folder = privateFolder();
	try {
		const path = join(folder, `script${script.shell.extension}`);
		writeFileSync(path, script.shell.contentsOf(script.script), {
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
/** Tried in this order where no shell is named. The runner falls back to sh, which has no pipefail: a pipe whose first half failed would pass. */
const DEFAULTS = {
	posix: ["bash"],
	win32: ["pwsh", "powershell"]
};
const THIS_MACHINE = {
	system: process.platform === "win32" ? "win32" : "posix",
	exists: existsSync
};
const invalid = (problem, remedy) => new ClawError("INPUT_INVALID", `Input shell: ${problem}`, { remedy });
/** Words at spaces; double quotes keep a word together, and there are no escapes. */
function wordsOf(text) {
	if (text.split("\"").length % 2 === 0) throw invalid("a double quote is not closed.");
	return [...text.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll("\"", ""));
}
/** The facts go by the name of the program, in whatever folder it is. */
const nameOf = (program, { system }) => (system === "win32" ? win32 : posix).basename(program).toLowerCase().replace(/\.exe$/, "");
function locate(name, { system, exists }) {
	return SHELLS.get(name)?.places[system].find(exists);
}
/** The program that a shell input names: a name of the table, or an absolute path. */
function fileOf(program, machine) {
	const shown = printable(program);
	if ((machine.system === "win32" ? win32 : posix).isAbsolute(program)) {
		if (machine.exists(program)) return program;
		throw invalid(`there is no program ${shown}.`);
	}
	const found = locate(program, machine);
	if (found !== void 0) return found;
	const places = SHELLS.get(program)?.places[machine.system] ?? [];
	const where = places.length === 0 ? "is no shell of this system" : `is at none of ${places.join(", ")}`;
	throw invalid(`"${shown}" ${where}, and PATH is not searched.`, `Write its absolute path, as in /path/to/${shown} {0}.`);
}
function shellWith(program, template, machine) {
	const file = fileOf(program, machine);
	const fact = SHELLS.get(nameOf(program, machine));
	const verbatim = machine.system === "win32" && fact?.verbatim === true;
	const lineEnd = machine.system === "win32" ? "\r\n" : "\n";
	const quoted = (path) => fact?.extension === POWERSHELL.extension ? path.replaceAll("'", "''") : path;
	const words = verbatim ? [template] : wordsOf(template);
	return {
		file,
		extension: fact?.extension ?? "",
		verbatim,
		argumentsFor: (path) => words.map((word) => word.replaceAll("{0}", () => quoted(path))),
		contentsOf: (script) => {
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
* The shell that `text` names, as `shell` of a workflow's `run` does: a name, or a program and arguments
* with `{0}` for the script. Without it the default of the system. Throws INPUT_INVALID.
*/
function parseShell(text, machine = THIS_MACHINE) {
	const named = text ?? defaultShell(machine);
	const [, first = "", rest] = /^("[^"]*"|\S+)\s*(\S.*)?$/s.exec(named.trim()) ?? [];
	const program = first.replaceAll("\"", "");
	const template = rest ?? SHELLS.get(nameOf(program, machine))?.arguments ?? "";
	if (template.includes("{0}")) return shellWith(program, template, machine);
	throw invalid(`"${printable(named)}" does not say where the script goes.`, `Write ${[...SHELLS.keys()].join(", ")}, or a template with {0}.`);
}
export { ANSWER_FILES, admitMachineCredentials, annotate, announceSubjects, announcedSubjects, checkAnswerFiles, choiceInput, commandFile, eventPayload, exportVariables, jobClock, jobEnvironment, listInput, log, maskValue, optionalInput, parseShell, readInputsFrom, requiredInput, runAction, runId, runScript, runTool, runVariables, runnerFacts, saveState, savedState, setOutputs, watchStepFiles, workspace };
