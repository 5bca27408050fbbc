export { AccessGate } from "./AccessGate.tsx";
export { useActor } from "./actor.ts";
export { ForRole } from "./ForRole.tsx";
export { goToProvider } from "./provider.ts";
export { WhoAmI } from "./WhoAmI.tsx";
