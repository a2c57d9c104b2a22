/*M!999999\- enable the sandbox mode */ 
-- MariaDB dump 10.19  Distrib 10.11.19-MariaDB, for debian-linux-gnu (x86_64)
--
-- Host: localhost    Database: shop
-- ------------------------------------------------------
-- Server version	10.11.19-MariaDB-0+deb12u1

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!40101 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;

--
-- Table structure for table `big5_one`
--

DROP TABLE IF EXISTS `big5_one`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `big5_one` (
  `a` int(11) DEFAULT NULL,
  `t` varchar(30) DEFAULT NULL,
  `u` varchar(30) CHARACTER SET sjis COLLATE sjis_japanese_ci DEFAULT NULL,
  `k` varchar(20) CHARACTER SET gbk COLLATE gbk_chinese_ci DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=big5 COLLATE=big5_chinese_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `big5_one`
--

LOCK TABLES `big5_one` WRITE;
/*!40000 ALTER TABLE `big5_one` DISABLE KEYS */;
INSERT IGNORE INTO `big5_one` VALUES (1,'功許蓋','表ソ能','中文');
/*!40000 ALTER TABLE `big5_one` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `empty_one`
--

DROP TABLE IF EXISTS `empty_one`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `empty_one` (
  `a` int(11) NOT NULL,
  PRIMARY KEY (`a`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `empty_one`
--

LOCK TABLES `empty_one` WRITE;
/*!40000 ALTER TABLE `empty_one` DISABLE KEYS */;
/*!40000 ALTER TABLE `empty_one` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `log`
--

DROP TABLE IF EXISTS `log`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `log` (
  `id` int(11) DEFAULT NULL,
  `what` text DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `log`
--

LOCK TABLES `log` WRITE;
/*!40000 ALTER TABLE `log` DISABLE KEYS */;
INSERT IGNORE INTO `log` VALUES (1,'one');
/*!40000 ALTER TABLE `log` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `odd ``name```
--

DROP TABLE IF EXISTS `odd ``name```;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `odd ``name``` (
  `a b` int(11) DEFAULT NULL,
  `c``d` varchar(20) DEFAULT NULL,
  `select` text DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=latin1 COLLATE=latin1_swedish_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `odd ``name```
--

LOCK TABLES `odd ``name``` WRITE;
/*!40000 ALTER TABLE `odd ``name``` DISABLE KEYS */;
INSERT IGNORE INTO `odd ``name``` VALUES (1,'x','ÿé');
INSERT IGNORE INTO `odd ``name``` VALUES (2,NULL,'');
/*!40000 ALTER TABLE `odd ``name``` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Temporary table structure for view `seen`
--

DROP TABLE IF EXISTS `seen`;
/*!50001 DROP VIEW IF EXISTS `seen`*/;
SET @saved_cs_client     = @@character_set_client;
SET character_set_client = utf8mb4;
/*!50001 CREATE VIEW `seen` AS SELECT
 NULL AS `id`,
 NULL AS `name` */;
SET character_set_client = @saved_cs_client;

--
-- Table structure for table `ucs`
--

DROP TABLE IF EXISTS `ucs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `ucs` (
  `a` int(11) DEFAULT NULL,
  `t` varchar(30) CHARACTER SET utf16 COLLATE utf16_general_ci DEFAULT NULL,
  `u` varchar(30) CHARACTER SET ucs2 COLLATE ucs2_general_ci DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `ucs`
--

LOCK TABLES `ucs` WRITE;
/*!40000 ALTER TABLE `ucs` DISABLE KEYS */;
INSERT IGNORE INTO `ucs` VALUES (1,'añ😀','bø');
INSERT IGNORE INTO `ucs` VALUES (2,'','x\'y');
/*!40000 ALTER TABLE `ucs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `users`
--

DROP TABLE IF EXISTS `users`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `users` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(60) CHARACTER SET latin1 COLLATE latin1_swedish_ci NOT NULL DEFAULT 'a,(b'';',
  `mail` varchar(99) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci DEFAULT NULL COMMENT 'it''s; -- the /* mail */',
  `city` varchar(40) CHARACTER SET koi8r COLLATE koi8r_general_ci DEFAULT NULL,
  `ip` varbinary(16) DEFAULT NULL,
  `flags` bit(10) DEFAULT NULL,
  `pic` longblob DEFAULT NULL,
  `born` date DEFAULT NULL,
  `made` datetime(3) DEFAULT NULL,
  `price` decimal(10,2) DEFAULT NULL,
  `ratio` double DEFAULT NULL,
  `kind` enum('a','b;c') DEFAULT 'a',
  `marks` set('x','y','z') DEFAULT NULL,
  `doc` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`doc`)),
  `note` text DEFAULT NULL,
  `geo` point DEFAULT NULL,
  `upper_name` varchar(60) CHARACTER SET latin1 COLLATE latin1_swedish_ci GENERATED ALWAYS AS (concat(ucase(`name`),';')) STORED,
  `name_length` int(11) GENERATED ALWAYS AS (char_length(`name`)) VIRTUAL,
  PRIMARY KEY (`id`),
  KEY `mail` (`mail`(10))
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `users`
--

LOCK TABLES `users` WRITE;
/*!40000 ALTER TABLE `users` DISABLE KEYS */;
INSERT IGNORE INTO `users` VALUES (1,'Ærø\'s ; \"x\" \\ `y`','one@mail.example','Москва','�\0','�','����\0JFIF\0\0\0','2001-02-03','2024-03-12 02:25:54.125',12.50,-0.00000015,'b;c','x,z','{\"a\": [1, \"b\\\"c\"]}','line1\nline2\r\n	tab\0nul\Z end -- no comment\n# none /* none */ ; ),(','\0\0\0\0\0\0\0\0\0\0\0\0\0�?\0\0\0\0\0\0\0@','ÆRØ\'S ; \"X\" \\ `Y`;',17);
INSERT IGNORE INTO `users` VALUES (2,'','two@mail.example',NULL,NULL,NULL,'',NULL,'0000-00-00 00:00:00.000',NULL,NULL,NULL,'',NULL,'',NULL,';',0);
INSERT IGNORE INTO `users` VALUES (3,'emoji','😀 грю','Киев','\0\'\n\\\"','\0\0','\0\'\n\\\"�','1969-12-31','2038-01-19 03:14:07.000',-0.01,1e300,'a','x,y,z','null','DELIMITER ;;\nINSERT INTO `users` VALUES (9)',NULL,'EMOJI;',5);
/*!40000 ALTER TABLE `users` ENABLE KEYS */;
UNLOCK TABLES;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = '' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER after_user AFTER INSERT ON users FOR EACH ROW BEGIN 
 INSERT INTO log VALUES (NEW.id, 'it''s; new');  END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;

--
-- Final view structure for view `seen`
--

/*!50001 DROP VIEW IF EXISTS `seen`*/;
/*!50001 SET @saved_cs_client          = @@character_set_client */;
/*!50001 SET @saved_cs_results         = @@character_set_results */;
/*!50001 SET @saved_col_connection     = @@collation_connection */;
/*!50001 SET character_set_client      = utf8mb4 */;
/*!50001 SET character_set_results     = utf8mb4 */;
/*!50001 SET collation_connection      = utf8mb4_general_ci */;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
/*!50001 VIEW `seen` AS select `users`.`id` AS `id`,`users`.`name` AS `name` from `users` */;
/*!50001 SET character_set_client      = @saved_cs_client */;
/*!50001 SET character_set_results     = @saved_cs_results */;
/*!50001 SET collation_connection      = @saved_col_connection */;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

-- Dump completed
