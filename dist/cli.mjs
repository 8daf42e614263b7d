import "./rolldown-runtime.mjs";
import { runTool } from "./runner.mjs";
import { Command, CommanderError, Option } from "./vendor-commander.mjs";
import { ClawError, ERRORS, keyScheme, printable, systemClock, vaultKeyName } from "./core.mjs";
import { readInputsFrom } from "./runner-inputs.mjs";
import { signerInputs } from "./signing-inputs.mjs";
import { signMessage } from "./core-sign.mjs";
import { openSession } from "./cloud.mjs";
import { checkDestination } from "./evidence.mjs";
import { jobClaims, openKey, probeAuthority, signingServices } from "./signing.mjs";
import { fulcioKey, witnessOf } from "./sigstore-sign.mjs";
import { readFileSync } from "node:fs";
// packages/cli/src/doctor.ts
/** Signed to prove a permission. It is no encoding of an envelope, and the signature is not kept. */
const TRIAL = Buffer.from("Open Claw doctor: this signature proves a permission and nothing else.\n");
/** What signing takes, in the words of each cloud. */
const PERMISSIONS = {
	gcpkms: () => "cloudkms.cryptoKeyVersions.useToSign",
	awskms: () => "kms:Sign",
	azurekms: () => "keys/sign",
	hashivault: (uri, { vault }) => `update on ${vault.transitPath}/sign/${vaultKeyName(uri).key}`
};
/** Whom the cloud sees, as far as it is known here. */
const PRINCIPALS = {
	gcpkms: ({ google }, subject) => google.serviceAccount ?? google.provider?.replace(/^(.*)\/providers\/.*$/, (_, pool) => `principal://iam.googleapis.com/${pool}/subject/${subject}`),
	awskms: ({ aws }) => aws.role,
	azurekms: ({ azure }) => azure.clientId === void 0 ? void 0 : `the application ${azure.clientId}`,
	hashivault: ({ vault }) => vault.role === void 0 ? void 0 : `the role ${vault.role}`
};
async function subjectOf(claims) {
	return claims().then(({ subject }) => subject, () => "unknown");
}
/** A key that opens but may not sign: who lacks what. */
async function explainForbidden(uri, cloud, claims) {
	const scheme = keyScheme(uri);
	const subject = await subjectOf(claims);
	return `The key exists, but ${(cloud.credentials === "ambient" ? void 0 : PRINCIPALS[scheme](cloud, subject)) ?? "the identity of this machine"} lacks ${PERMISSIONS[scheme](uri, cloud)}; the sub of your token is ${subject}.`;
}
function failed(check, error, detail) {
	if (!(error instanceof ClawError)) throw error;
	return {
		check,
		status: "failed",
		detail: detail ?? error.message,
		code: error.code,
		remedy: ERRORS[error.code].remedy
	};
}
const skipped = (check, detail) => ({
	check,
	status: "skipped",
	detail
});
/** Runs `look`, whose text is what was found. */
async function find(check, look) {
	try {
		return {
			check,
			status: "ok",
			detail: await look()
		};
	} catch (error) {
		return failed(check, error);
	}
}
async function identity(claims, cloud) {
	const finding = await find("identity", async () => {
		const { subject, issuer, repositoryVisibility } = await claims();
		return `sub ${subject}, issuer ${issuer}, ${repositoryVisibility} repository`;
	});
	return finding.code === "OIDC_UNAVAILABLE" && cloud.credentials === "ambient" ? skipped("identity", "There is no job here; the credentials of this machine are used.") : finding;
}
async function trial(inputs, key, claims) {
	try {
		await signMessage(key, TRIAL);
		return {
			check: "signature",
			status: "ok",
			detail: "A trial signature verifies; it was not kept."
		};
	} catch (error) {
		return failed("signature", error, error instanceof ClawError && error.code === "KEY_FORBIDDEN" ? await explainForbidden(key.uri, inputs.cloud, claims) : void 0);
	}
}
/** Whether the log can hold what the key signs. The log itself is not asked: that would write to it. */
function logFor(key, { log }) {
	return find("log", async () => {
		if (log === void 0) return "No log is named.";
		witnessOf({
			timestampAuthorities: [],
			log,
			clock: systemClock
		}).check(key, "envelope");
		return `${log.url.href} can hold what this key signs; it was not asked, since that would write to it.`;
	});
}
const describeKey = ({ uri, algorithm, protectionLevel }) => `${uri}, ${algorithm}, ${protectionLevel}`;
async function cloudKey(inputs, session, claims, { services, sign }) {
	let key;
	try {
		key = await openKey(session, inputs.key, inputs.keyAlgorithm);
	} catch (error) {
		return [failed("key", error), skipped("signature", "There is no key to sign with.")];
	}
	return [
		{
			check: "key",
			status: "ok",
			detail: describeKey(key)
		},
		sign ? await trial(inputs, key, claims) : skipped("signature", "--no-sign was given."),
		await logFor(key, services)
	];
}
async function certifiedKey(url, session, sign) {
	if (!sign) return [skipped("certificate", "--no-sign was given.")];
	return [await find("certificate", async () => {
		const certified = await fulcioKey({
			url,
			identity: session.identity,
			clock: systemClock
		});
		certified.drop();
		return `${url.host} certified this job for ${certified.key.algorithm}.`;
	})];
}
async function authorities({ timestampAuthorities }) {
	const times = await Promise.all(timestampAuthorities.map((url) => find(`timestamp ${url.host}`, async () => {
		await probeAuthority(url);
		return `${url.href} answers.`;
	})));
	return times.length === 0 ? [skipped("timestamp", "No authority is named: signatures will carry no trusted time.")] : times;
}
async function withServices(inputs, session, claims, sign) {
	let services;
	try {
		services = await signingServices(inputs, claims);
	} catch (error) {
		return [failed("services", error)];
	}
	const { certificateAuthority } = services;
	const key = certificateAuthority === void 0 ? cloudKey(inputs, session, claims, {
		services,
		sign
	}) : certifiedKey(certificateAuthority, session, sign);
	return (await Promise.all([key, authorities(services)])).flat();
}
/** Gives back what was borrowed; told of only where it failed. */
async function ended(session) {
	const finding = await find("session", async () => {
		await session.end();
		return "";
	});
	return finding.status === "failed" ? [finding] : [];
}
/** Runs every check; those that do not need each other, in parallel. Never throws a ClawError. */
async function diagnose(inputs, options) {
	const session = openSession(inputs.cloud, "sign");
	const claims = jobClaims(session.identity, inputs.cloud.oidcIssuer);
	const [who, services, destination] = await Promise.all([
		identity(claims, inputs.cloud),
		withServices(inputs, session, claims, options.sign),
		find("destination", async () => {
			await checkDestination(inputs.destination);
			return inputs.destination.folder ?? "beside the artifacts";
		})
	]);
	return [
		who,
		...services,
		destination,
		...await ended(session)
	];
}
// packages/cli/src/options.ts
const option = (name, value, help) => ({
	name,
	value,
	help
});
const SIGNER_OPTIONS = [
	option("key", "uri", "key that signs: gcpkms://, awskms://, azurekms:// or hashivault://, or keyless"),
	option("key-algorithm", "name", "where the key allows several, as in rsa-pss-3072-sha256"),
	option("key-endpoint", "url", "endpoint of the key service"),
	option("push-to", "destination", "where bundles would go: file: or file:<folder>"),
	option("credentials", "kind", "workload-identity (the job) or ambient (this machine)"),
	option("oidc-issuer", "url", "issuer of the token of the job"),
	option("workload-identity-provider", "name", "Google: projects/N/locations/global/workloadIdentityPools/P/providers/R"),
	option("service-account", "email", "Google: account to impersonate"),
	option("sts-endpoint", "url", "Google: endpoint of the security token service"),
	option("iam-endpoint", "url", "Google: endpoint of the service account credentials API"),
	option("aws-role", "arn", "AWS: role to assume"),
	option("aws-region", "name", "AWS: region of a key named by alias or id"),
	option("aws-audience", "text", "AWS: audience of the token that STS is shown"),
	option("aws-sts-endpoint", "url", "AWS: endpoint of STS"),
	option("azure-tenant-id", "id", "Azure: directory (tenant) id"),
	option("azure-client-id", "id", "Azure: application (client) id"),
	option("azure-login-endpoint", "url", "Azure: endpoint of Microsoft Entra ID"),
	option("vault-address", "url", "Vault: address"),
	option("vault-namespace", "path", "Vault: namespace"),
	option("vault-role", "name", "Vault: role of the JWT login"),
	option("vault-auth-path", "path", "Vault: path of the JWT login"),
	option("vault-audience", "text", "Vault: audience of the token that it is shown"),
	option("vault-transit-path", "path", "Vault: path of the transit engine"),
	option("vault-ca", "pem", "Vault: further certificate authorities"),
	option("vault-client-certificate", "pem", "Vault: client certificate"),
	option("certificate-authority", "authority", "for --key keyless: public, github or a URL"),
	{
		...option("timestamp-authority", "authority", "a URL, public, github or none; may be repeated"),
		list: true
	},
	option("transparency-log", "log", "none, public or a URL"),
	option("transparency-log-version", "number", "API of a log named by URL: 1 or 2"),
	option("allow-public-log", "boolean", "true lets a private repository be written to a public log"),
	option("signing-config", "path", "a signing config as cosign reads it")
];
// packages/cli/src/report.ts
const MARKS = {
	ok: "ok     ",
	failed: "FAILED ",
	skipped: "skipped"
};
/**
* All of `text` for a terminal or a log: `printable` cuts where a name would end, and what is advised comes
* last. The runner obeys `##[` anywhere in a line.
*/
const readable = (text) => (text.match(/[^]{1,20}/gu) ?? []).map(printable).join("").replaceAll("##[", "## [");
/** One line for each finding, and under a failure what to do. */
function textOf(findings) {
	return `${findings.flatMap(({ check, status, detail, code, remedy }) => [`${MARKS[status]}  ${check}: ${readable(detail)}`, ...code === void 0 ? [] : [`           ${code}: ${remedy ?? ""}`]]).join("\n")}\n`;
}
/** `{"ok":…,"findings":[…]}` and a line break. */
function jsonOf(findings) {
	return `${JSON.stringify({
		ok: exitOf(findings) === 0,
		findings
	})}\n`;
}
/** 0, or the gravest of the failures: wrong configuration (2) before what may pass (3). */
function exitOf(findings) {
	const exits = findings.flatMap(({ code }) => code === void 0 ? [] : [ERRORS[code].exit]);
	return exits.length === 0 ? 0 : Math.min(...exits);
}
// packages/cli/src/program.ts
const EXAMPLES = `
Examples:
  In a job with "permissions: id-token: write":
    clawx doctor --key gcpkms://projects/acme/locations/global/keyRings/release/cryptoKeys/release \\
      --workload-identity-provider projects/1/locations/global/workloadIdentityPools/github/providers/github
  On your own machine, with your own credentials:
    clawx doctor --credentials ambient --key awskms:///alias/release --aws-region eu-central-1
  For a script:
    clawx doctor --json --no-sign --key hashivault://release --vault-address https://vault.example:8200 --vault-role release

Exit codes: 0 all is well, 2 wrong use or configuration, 3 a service failed (try again).
`;
const collect = (value, earlier = []) => [...earlier, value];
function optionOf({ name, value, help, list }) {
	const option = new Option(`--${name} <${value}>`, help);
	return list === true ? option.argParser(collect) : option;
}
/** The values by option name; a list has one line for each value, as in an input. */
function valuesOf(command) {
	const given = command.opts();
	return new Map(SIGNER_OPTIONS.flatMap(({ name }) => {
		const value = given[name.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase())];
		if (value === void 0) return [];
		return [[name, (Array.isArray(value) ? value : [value]).filter((line) => typeof line === "string").join("\n")]];
	}));
}
/** Throws INPUT_INVALID. */
function readKeyFile(path) {
	try {
		return readFileSync(path, "utf8");
	} catch {
		throw new ClawError("INPUT_INVALID", `Option --vault-client-key-file: "${printable(path)}" is no file that can be read.`);
	}
}
/** The inputs that the options stand for. The key of a client certificate comes from a file: arguments are there for all to read. */
function inputsOf(command) {
	const { vaultClientKeyFile: path } = command.opts();
	const values = valuesOf(command);
	return path === void 0 ? values : values.set("vault-client-key", readKeyFile(path));
}
/** A failure before any check could run: one line, or JSON. */
function report(error, json, { out, err }) {
	const code = error instanceof ClawError ? error.code : "INTERNAL";
	const message = error instanceof ClawError ? error.message : "Something unexpected failed.";
	const { remedy, exit } = ERRORS[code];
	if (json) out(`${JSON.stringify({
		ok: false,
		error: {
			code,
			message,
			remedy
		}
	})}\n`);
	else err(`${code}: ${readable(message)} ${remedy}\n`);
	return exit;
}
async function doctor(command, surroundings) {
	const { json = false, sign = true } = command.opts();
	try {
		readInputsFrom(inputsOf(command));
		const findings = await diagnose(signerInputs(surroundings.folder), { sign });
		surroundings.out(json ? jsonOf(findings) : textOf(findings));
		return exitOf(findings);
	} catch (error) {
		return report(error, json, surroundings);
	}
}
function programFor(surroundings, finish) {
	const program = new Command("clawx").description("Governs what Open Claw signs.").configureOutput({
		writeOut: surroundings.out,
		writeErr: surroundings.err
	}).exitOverride();
	const command = program.command("doctor").description("Runs the checks of a signing step and explains each failure; signs nothing but a trial text").option("--json", "print one JSON object").option("--no-sign", "do without the trial signature").allowExcessArguments(false).addHelpText("after", EXAMPLES);
	for (const fact of SIGNER_OPTIONS) command.addOption(optionOf(fact));
	command.option("--vault-client-key-file <path>", "Vault: file with the key of that certificate");
	command.action(async () => finish(await doctor(command, surroundings)));
	return program;
}
/** Runs `args`, without the names of node and of the script. The result is the exit code. */
async function runProgram(args, surroundings) {
	let code = 2;
	try {
		await programFor(surroundings, (result) => {
			code = result;
		}).parseAsync(args, { from: "user" });
		return code;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
		throw error;
	}
}
// packages/cli/src/clawx.ts
/** The program, with the process around it. */
const clawx = () => runTool(() => runProgram(process.argv.slice(2), {
	folder: process.cwd(),
	out: (text) => void process.stdout.write(text),
	err: (text) => void process.stderr.write(text)
}));
export { clawx };
