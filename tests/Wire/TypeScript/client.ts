// What a caller writes: registers a contact, lists its own work, and meets a problem; says in JSON what came of it.
import createClient from "openapi-fetch";
import type { paths, components } from "./intake.d.ts";

declare const process: { env: Record<string, string> };

type Statement = components["schemas"]["RegisterContactStatementRequest"];

const path = { municipality: "gm0344" };
const as = (token: string | undefined) =>
  createClient<paths>({ baseUrl: process.env["SERVICE"]!, headers: { Authorization: `Bearer ${token}` } });
const statements: Statement[] = [{ kind: "observation", author: "reporter", text: "Milan came without breakfast." }];

const system = as(process.env["SYSTEM"]);
const sent = await system.POST("/{municipality}/intake/v1/contacts", {
  params: { path },
  body: { kind: "concern", channel: "system", receivedAt: process.env["NOW"]!, statements },
});
if (!sent.data) throw new Error(JSON.stringify(sent.error));

const worker = as(process.env["WORKER"]);
const list = await worker.GET("/{municipality}/intake/v1/contacts", {
  params: { path, query: { limit: 100 }, header: { "Processing-Activity": "safety-assessment" } },
});
if (!list.data) throw new Error(JSON.stringify(list.error));
const mine = list.data.items.find((one) => one.id === sent.data.id);

const refused = await system.POST("/{municipality}/intake/v1/contacts", {
  params: { path },
  body: { kind: "concern", channel: "system", receivedAt: process.env["NOW"]!, statements: [{ text: "" }] },
});

console.log(JSON.stringify({ id: sent.data.id, kind: mine?.kind, type: refused.error?.type, errors: Object.keys(refused.error?.errors ?? {}) }));
