CREATE TABLE `public_pages` (
	`id` integer PRIMARY KEY NOT NULL,
	`is_on` integer NOT NULL,
	`language` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `publications` (
	`release_id` text PRIMARY KEY NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	`despite_restricted` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
