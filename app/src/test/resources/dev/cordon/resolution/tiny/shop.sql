-- A tiny shop: two accounts of one person (same card, same name), two of a household (same card, other names),
-- one account alone.
CREATE TABLE `wp_users` (
  `ID` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `user_login` varchar(60) NOT NULL DEFAULT '',
  `user_pass` varchar(255) NOT NULL DEFAULT '',
  `user_nicename` varchar(50) NOT NULL DEFAULT '',
  `user_email` varchar(100) NOT NULL DEFAULT '',
  `user_url` varchar(100) NOT NULL DEFAULT '',
  `user_registered` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `user_activation_key` varchar(255) NOT NULL DEFAULT '',
  `user_status` int(11) NOT NULL DEFAULT 0,
  `display_name` varchar(250) NOT NULL DEFAULT '',
  PRIMARY KEY (`ID`)
) ENGINE=InnoDB;
INSERT INTO `wp_users` VALUES
(1,'ask','','ask','ask.nyholt@mail.example','','2024-01-01 10:00:00','',0,'ask'),
(2,'ask2','','ask2','other@mail.example','','2024-02-01 10:00:00','',0,'ask2'),
(3,'bo','','bo','bo@mail.example','','2024-03-01 10:00:00','',0,'bo'),
(4,'eva','','eva','eva@mail.example','','2024-03-02 10:00:00','',0,'eva'),
(5,'alone','','alone','alone@mail.example','','2024-03-03 10:00:00','',0,'alone'),
(6,'ida','','ida','ida.malm@mail.example','','2024-03-04 10:00:00','',0,'ida'),
(7,'ida7','','ida7','ida7@mail.example','','2024-03-05 10:00:00','',0,'ida7');
CREATE TABLE `wp_wc_orders` (
  `id` bigint(20) unsigned NOT NULL,
  `status` varchar(20) DEFAULT NULL,
  `currency` varchar(10) DEFAULT NULL,
  `type` varchar(20) DEFAULT NULL,
  `tax_amount` decimal(26,8) DEFAULT NULL,
  `total_amount` decimal(26,8) DEFAULT NULL,
  `customer_id` bigint(20) unsigned DEFAULT NULL,
  `billing_email` varchar(320) DEFAULT NULL,
  `date_created_gmt` datetime DEFAULT NULL,
  `date_updated_gmt` datetime DEFAULT NULL,
  `parent_order_id` bigint(20) unsigned DEFAULT NULL,
  `payment_method` varchar(100) DEFAULT NULL,
  `payment_method_title` text DEFAULT NULL,
  `transaction_id` varchar(100) DEFAULT NULL,
  `ip_address` varchar(100) DEFAULT NULL,
  `user_agent` text DEFAULT NULL,
  `customer_note` text DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;
INSERT INTO `wp_wc_orders` VALUES
(101,'wc-completed','EUR','shop_order',0,9.0,1,'ask.nyholt@mail.example','2024-04-01 10:00:00','2024-04-01 10:00:00',0,'card_gateway','Card','ch_one','198.51.100.1','Mozilla/5.0 (A)',''),
(102,'wc-failed','EUR','shop_order',0,9.0,2,'other@mail.example','2024-04-02 10:00:00','2024-04-02 10:00:00',0,'card_gateway','Card','ch_two','203.0.113.9','Mozilla/5.0 (A)',''),
(103,'wc-completed','EUR','shop_order',0,9.0,3,'bo@mail.example','2024-04-03 10:00:00','2024-04-03 10:00:00',0,'card_gateway','Card','ch_three','198.51.100.3','Mozilla/5.0 (B)',''),
(104,'wc-completed','EUR','shop_order',0,9.0,4,'eva@mail.example','2024-04-04 10:00:00','2024-04-04 10:00:00',0,'card_gateway','Card','ch_four','198.51.100.3','Mozilla/5.0 (C)',''),
(105,'wc-completed','EUR','shop_order',0,9.0,7,'ida.malm@mail.example','2024-04-05 10:00:00','2024-04-05 10:00:00',0,'card_gateway','Card','ch_five','198.51.100.5','Mozilla/5.0 (D)','');
CREATE TABLE `wp_wc_order_addresses` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `order_id` bigint(20) unsigned NOT NULL,
  `address_type` varchar(20) DEFAULT NULL,
  `first_name` text DEFAULT NULL,
  `last_name` text DEFAULT NULL,
  `company` text DEFAULT NULL,
  `address_1` text DEFAULT NULL,
  `address_2` text DEFAULT NULL,
  `city` text DEFAULT NULL,
  `state` text DEFAULT NULL,
  `postcode` text DEFAULT NULL,
  `country` text DEFAULT NULL,
  `email` varchar(320) DEFAULT NULL,
  `phone` varchar(100) DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;
INSERT INTO `wp_wc_order_addresses` VALUES
(1,101,'billing','Ask','Nyholt','','Prøvevej 1','','Odense','','5000','DK','ask.nyholt@mail.example',''),
(2,102,'billing','Ask','Nyholt','','Andenvej 2','','Odense','','5000','DK','other@mail.example',''),
(3,103,'billing','Bo','Husby','','Fællesvej 3','','Aarhus','','8000','DK','bo@mail.example',''),
(4,104,'billing','Eva','Husby','','Fællesvej 3','','Aarhus','','8000','DK','eva@mail.example',''),
(5,105,'billing','Ida','Malm','','Fjernvej 4','','Viborg','','8800','DK','ida.malm@mail.example','');
