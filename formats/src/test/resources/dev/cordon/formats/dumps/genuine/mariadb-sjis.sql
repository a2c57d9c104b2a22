/*M!999999\- enable the sandbox mode */ 
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `big5_one` (
  `a` int(11) DEFAULT NULL,
  `t` varchar(30) DEFAULT NULL,
  `u` varchar(30) CHARACTER SET sjis COLLATE sjis_japanese_ci DEFAULT NULL,
  `k` varchar(20) CHARACTER SET gbk COLLATE gbk_chinese_ci DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=big5 COLLATE=big5_chinese_ci;
/*!40101 SET character_set_client = @saved_cs_client */;
INSERT INTO `big5_one` VALUES
(1,'Œ÷‹–ŠW','•\ƒ\”\','’†•¶');
