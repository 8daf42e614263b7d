import "./rolldown-runtime.mjs";
// \0refused-open
function open() {
	throw new Error("There is no browser in a job.");
}
export { open as default };
