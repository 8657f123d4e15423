// Applies drizzle/ with the migrator of drizzle-orm, which NODE_MODULES says where to find.
import { createRequire } from 'node:module';

const require = createRequire(process.env.NODE_MODULES + '/');
const { drizzle } = require('drizzle-orm/node-postgres');
const { migrate } = require('drizzle-orm/node-postgres/migrator');
const { Client } = require('pg');

const client = new Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await migrate(drizzle(client), { migrationsFolder: 'drizzle' });
await client.end();
